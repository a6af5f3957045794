package press.broadsheet.problem;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document that answers a request that failed: RFC 9457, {@code application/problem+json}. */
@Schema(description = "Why a request was not answered, after RFC 9457")
public record Problem(
        @Schema(
                description = "The address of a page about this kind of problem",
                format = "uri",
                examples = "http://localhost:8080/problems/not-found")
        String type,

        @Schema(description = "The kind of problem in a few words", examples = "Not found")
        String title,

        @Schema(description = "The HTTP status of this answer", examples = "404")
        int status,

        @Schema(description = "What is wrong with this request, for a person", examples = "There is no article 'x'.")
        String detail,

        @Schema(description = "The kind of problem, for a program: the last part of `type`", examples = "not-found")
        String code,

        @Schema(
                description = "The name of this request in the server's logs, as in the header X-Request-Id",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String requestId,

        @Schema(description = "Every fault that was found, at most 100; empty if the problem lies elsewhere")
        List<Violation> errors) {

    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
