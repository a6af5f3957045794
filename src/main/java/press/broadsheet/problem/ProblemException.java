package press.broadsheet.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a problem. Thrown where the fault is noticed:
 *
 * <pre>{@code
 * articles.publishedAs(slug).orElseThrow(() -> noSuch("article", slug));
 * }</pre>
 *
 * <p>It carries no stack trace: it is an answer to a client, not a fault of ours, and a 404 must stay cheap.
 */
public final class ProblemException extends RuntimeException {
    private static final int LONGEST_ECHO = 80;

    private final ProblemType type;
    private final transient List<Violation> errors;
    private final transient Map<String, String> headers;

    private ProblemException(ProblemType type, String detail, List<Violation> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.headers = headers;
    }

    /** Nothing of this kind has this id or slug, or may be seen: 404. */
    public static ProblemException noSuch(String what, Object reference) {
        return of(ProblemType.NOT_FOUND, "There is no %s '%s'.".formatted(what, echo(reference)));
    }

    /** It was there and was withdrawn for good: 410. */
    public static ProblemException gone(String what, Object reference) {
        return of(ProblemType.GONE, "The %s '%s' was withdrawn.".formatted(what, echo(reference)));
    }

    /**
     * Any problem.
     *
     * @param detail what is wrong with this request and what would be right, for a person; never text of an exception
     */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    /** With all faults that were found; see {@link Violations}. */
    public static ProblemException of(ProblemType type, List<Violation> errors) {
        String detail = errors.size() == 1
                ? "One thing about the request is not acceptable; `errors` says which."
                : "%d things about the request are not acceptable; `errors` says which.".formatted(errors.size());
        return new ProblemException(type, detail, errors, Map.of());
    }

    /** The same with both a text and the faults. */
    public static ProblemException of(ProblemType type, String detail, List<Violation> errors) {
        return new ProblemException(type, detail, errors, Map.of());
    }

    /** Another thing has this value already, which only one can have: 409. */
    public static ProblemException taken(String pointer, Object value) {
        return of(
                ProblemType.CONFLICT,
                "'%s' is taken.".formatted(echo(value)),
                List.of(Violation.inBody(pointer, "taken", "another has it; choose another, or leave it out")));
    }

    /** The same problem, answered with one more header, such as the current {@code ETag} on a 412. */
    public ProblemException with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ProblemException(type, getMessage(), errors, more);
    }

    /** The same problem with {@code Retry-After}, in whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    public ProblemType type() {
        return type;
    }

    /** What is wrong with this request, in a sentence. */
    public String detail() {
        return getMessage();
    }

    public List<Violation> errors() {
        return errors;
    }

    /** Headers that the answer carries besides those of every problem. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What the client sent, short enough for a sentence and without characters that steer a terminal. */
    private static String echo(Object reference) {
        String text = String.valueOf(reference).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
