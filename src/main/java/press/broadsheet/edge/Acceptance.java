package press.broadsheet.edge;

import java.util.List;
import java.util.Locale;

/**
 * Whether an {@code Accept} header takes a media type (RFC 9110, 12.5.1): the most specific range that names the type
 * decides, and {@code q=0} means no. The REST stack does not look at {@code q=0}.
 */
final class Acceptance {
    private Acceptance() {}

    /** @param headers the values of all {@code Accept} headers; none means that everything is taken */
    static boolean takes(List<String> headers, String type) {
        if (headers.isEmpty()) {
            return true;
        }
        int specificity = 0;
        boolean taken = false;
        for (String header : headers) {
            for (String range : header.split(",", -1)) {
                String[] parts = range.split(";", -1);
                int match = specificity(parts[0].strip().toLowerCase(Locale.ROOT), type);
                if (match > specificity) {
                    specificity = match;
                    taken = !isRefused(parts);
                }
            }
        }
        return taken;
    }

    /** 3 for the type itself, 2 for {@code type/*}, 1 for everything, 0 for another type. */
    private static int specificity(String range, String type) {
        if (range.equals(type)) {
            return 3;
        }
        if (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1))) {
            return 2;
        }
        return range.equals("*/*") ? 1 : 0;
    }

    private static boolean isRefused(String[] range) {
        for (int at = 1; at < range.length; at++) {
            if (range[at].strip().matches("[qQ]\\s*=\\s*0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
