package press.broadsheet.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One fault of a request, and where it is: exactly one of {@code pointer}, {@code parameter} and {@code header} is set.
 */
@Schema(description = "One fault of a request; one of `pointer`, `parameter` and `header` says where it is")
public record Violation(
        @Schema(
                description = "Where in the body: a JSON pointer (RFC 6901); empty for the body as a whole",
                nullable = true,
                examples = "/authors/1")
        String pointer,

        @Schema(description = "Which query or path parameter", nullable = true, examples = "limit")
        String parameter,

        @Schema(description = "Which request header", nullable = true, examples = "If-Match")
        String header,

        @Schema(description = "The rule that is broken, in kebab case; more may be added", examples = "out-of-range")
        String code,

        @Schema(description = "The rule in words, for a person", examples = "must be 1 to 100")
        String detail) {

    /** Longer names are cut: a client's own megabyte need not be sent back to it. */
    private static final int LONGEST_NAME = 64;

    /** A fault at a JSON pointer (RFC 6901) into the body, "" for the whole of it. */
    public static Violation inBody(String pointer, String code, String detail) {
        return new Violation(pointer, null, null, code, detail);
    }

    /** A fault of a query or path parameter. */
    public static Violation inParameter(String parameter, String code, String detail) {
        return new Violation(null, cut(parameter), null, code, detail);
    }

    /** A fault of a request header. */
    public static Violation inHeader(String header, String code, String detail) {
        return new Violation(null, null, header, code, detail);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** A name as a step of a JSON pointer: {@code /} and {@code ~} are escaped. */
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
