package press.broadsheet.edge;

import press.broadsheet.problem.Pretty;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;

/**
 * A query string that can be read in one way only: UTF-8 in percent-encoding and no U+0000, which PostgreSQL cannot store.
 * Which parameters a path has, it decides itself.
 */
final class QueryRule {
    /** No path has more, and each costs a look. */
    private static final int MOST = 100;

    private QueryRule() {}

    /** What is wrong with a raw query string, {@code null} if there is none. */
    static Violations faults(String query) {
        Violations faults = new Violations();
        if (query != null) {
            String[] pairs = query.split("&", MOST + 1);
            for (String pair : pairs) {
                check(pair, faults);
            }
            if (pairs.length > MOST) {
                faults.add(Violation.inParameter("", "too-many", "at most %d parameters".formatted(MOST)));
            }
        }
        return faults;
    }

    private static void check(String pair, Violations faults) {
        String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
        if (!isPlain(pair)) {
            String decoded = PercentEncoding.decode(pair).orElse(null);
            if (decoded == null || pair.chars().anyMatch(character -> character >= 0x7F)) {
                faults.add(Violation.inParameter(name, "bad-encoding", "must be UTF-8 in percent-encoding"));
            } else if (decoded.indexOf(0) >= 0) {
                faults.add(Violation.inParameter(name, "bad-character", "must not hold U+0000"));
            }
        }
        if (name.equals(Pretty.PARAMETER) && !pair.matches("pretty(=|=true|=false)?")) {
            faults.add(Violation.inParameter(name, "not-allowed", "must be true or false, or without a value"));
        }
    }

    private static boolean isPlain(String pair) {
        for (int at = 0; at < pair.length(); at++) {
            char character = pair.charAt(at);
            if (character == '%' || character <= ' ' || character >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
