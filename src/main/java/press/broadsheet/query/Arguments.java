package press.broadsheet.query;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import press.broadsheet.content.Language;
import press.broadsheet.problem.NearestName;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/**
 * Reads the query parameters of one request, strictly, and collects every fault, so that one answer names them all:
 *
 * <pre>{@code
 * Arguments arguments = new Arguments();
 * int limit = arguments.integer("limit", query.limit(), 1, 100, 20);
 * Optional<Instant> after = arguments.instant("publishedAfter", query.publishedAfter());
 * arguments.verify();
 * }</pre>
 *
 * <p>{@code raw} is what the client sent, percent-decoded, or null if it sent nothing. Each reader returns a usable
 * default on a fault, so reading goes on. Not thread-safe; one per request.
 */
public final class Arguments {
    /** Further faults are not kept: each one names what is allowed, and a URL has room for a thousand of them. */
    private static final int MOST_FAULTS = 20;

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,20})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME =
            Pattern.compile("T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern UUIDS = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<Violation> faults = new ArrayList<>();

    /** A whole number in ASCII digits, both limits included; no sign but {@code -}, no leading zeros, no exponent. */
    public int integer(String name, String raw, int min, int max, int otherwise) {
        if (raw == null) {
            return otherwise;
        }
        if (!INTEGER.matcher(raw).matches()) {
            refuse(name, "not-an-integer", "must be a whole number from %d to %d, in plain digits".formatted(min, max));
            return otherwise;
        }
        // Eighteen digits fit a long; whatever is longer is beyond any int.
        long value = raw.length() > 18 ? Long.MAX_VALUE : Long.parseLong(raw);
        if (value < min || value > max) {
            refuse(name, "out-of-range", "must be %d to %d".formatted(min, max));
            return otherwise;
        }
        return (int) value;
    }

    /** A decimal number in plain ASCII digits, both limits included. */
    public double decimal(String name, String raw, double min, double max, double otherwise) {
        if (raw == null) {
            return otherwise;
        }
        if (DECIMAL.matcher(raw).matches()) {
            double value = Double.parseDouble(raw);
            if (value >= min && value <= max) {
                return value;
            }
        }
        refuse(name, "out-of-range", "must be a number from %s to %s, in plain digits".formatted(min, max));
        return otherwise;
    }

    /** An instant after RFC 3339 with {@code Z} or an offset, or a day for its first instant in UTC; years 1 to 9999. */
    public Optional<Instant> instant(String name, String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        try {
            Instant instant = parseInstant(raw.toUpperCase(Locale.ROOT));
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return Optional.of(instant);
            }
        } catch (DateTimeException malformed) {
            // The fault below says what would be right.
        }
        refuse(
                name,
                "not-an-instant",
                "must be an RFC 3339 instant in the years 0001 to 9999, such as 2026-11-23T08:15:30Z or"
                        + " 2026-11-23T09:15:30%2B01:00 (a + in a URL is %2B), or a day such as 2026-11-23, in UTC");
        return Optional.empty();
    }

    private static Instant parseInstant(String raw) {
        if (DATE.matcher(raw).matches()) {
            return LocalDate.parse(raw).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        int time = Math.min(10, raw.length());
        if (DATE.matcher(raw.substring(0, time)).matches()
                && TIME.matcher(raw.substring(time)).matches()) {
            return OffsetDateTime.parse(raw).toInstant();
        }
        throw new DateTimeException("not RFC 3339");
    }

    /** One value of a closed list; case counts. */
    public String oneOf(String name, String raw, Collection<String> allowed, String otherwise) {
        if (raw == null) {
            return otherwise;
        }
        if (!allowed.contains(raw)) {
            refuseValue(name, raw, allowed);
            return otherwise;
        }
        return raw;
    }

    /** Values of a closed list, separated by commas, in the list's order; this is how {@code include} is read. */
    public Set<String> someOf(String name, String raw, Collection<String> allowed) {
        if (raw == null) {
            return Set.of();
        }
        Set<String> given = new LinkedHashSet<>(List.of(raw.split(",", -1)));
        given.stream().filter(value -> !allowed.contains(value)).forEach(value -> refuseValue(name, value, allowed));
        Set<String> chosen = new LinkedHashSet<>(allowed);
        chosen.retainAll(given);
        return chosen;
    }

    /** Ids separated by commas, at most {@code max}, without repetitions, in the order in which they were given. */
    public List<UUID> uuids(String name, String raw, int max) {
        if (raw == null) {
            return List.of();
        }
        String[] given = raw.split(",", -1);
        if (given.length > max) {
            refuse(name, "too-many", "takes at most %d ids; ask for the others in a second request".formatted(max));
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (String id : given) {
            if (!UUIDS.matcher(id).matches()) {
                refuse(
                        name,
                        "not-a-uuid",
                        "must be ids such as 0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8, separated by commas");
                return List.of();
            }
            ids.add(UUID.fromString(id));
        }
        return List.copyOf(ids);
    }

    /** A well-formed language tag (BCP 47) in any case; the answer is in canonical case, {@code en-GB}. */
    public Optional<String> language(String name, String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        Optional<String> tag = Language.canonical(raw);
        if (tag.isEmpty()) {
            refuse(name, "not-a-language", "must be a language tag (BCP 47), such as en, en-GB or zh-Hant");
        }
        return tag;
    }

    /** {@code true} or {@code false}; false if absent. */
    public boolean flag(String name, String raw) {
        return oneOf(name, raw, List.of("true", "false"), "false").equals("true");
    }

    /** Text for people, trimmed and in NFC, of at most so many characters (Unicode code points). */
    public Optional<String> text(String name, String raw, int maxLength) {
        if (raw == null) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        if (!isText(raw)) {
            refuseCharacters(name);
        } else if (text.isEmpty()) {
            refuse(name, "empty", "has no value; give it one or leave it out");
        } else if (text.codePointCount(0, text.length()) > maxLength) {
            refuse(name, "too-long", "must be at most %d characters".formatted(maxLength));
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    /** Terms as {@link Terms} says, at most {@value Terms#MOST} of them, each an id or a slug. */
    public Terms terms(String name, List<String> raw) {
        return raw == null ? Terms.NONE : Terms.read(name, raw, this);
    }

    /** Adds a fault that only the caller can see, such as a section that does not exist. */
    public void refuse(String name, String code, String detail) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(Violation.inParameter(name, code, detail));
        }
    }

    private void refuseValue(String name, String value, Collection<String> allowed) {
        String list = String.join(", ", allowed);
        refuse(name, "not-allowed", "must be one of " + list + NearestName.hint(value, allowed));
    }

    /**
     * Whether a value is text: no control characters (PostgreSQL takes no U+0000, and a log line takes no line feed), no
     * half surrogates, and no U+FFFD, which is what decoding makes of bytes that are not UTF-8.
     */
    static boolean isText(String raw) {
        return raw.codePoints()
                .noneMatch(
                        c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || c == 0xFFFD);
    }

    void refuseCharacters(String name) {
        refuse(name, "not-text", "must be text: UTF-8 in which nothing is a control character");
    }

    /**
     * Ends the request if a fault was found.
     *
     * @throws ProblemException 400 {@code invalid-parameters} with every fault
     */
    public void verify() {
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID_PARAMETERS, faults);
        }
    }
}
