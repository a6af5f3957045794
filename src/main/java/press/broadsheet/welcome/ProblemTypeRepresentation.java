package press.broadsheet.welcome;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.html.Fixed;
import press.broadsheet.problem.ProblemType;

/** A kind of problem: what leads to it, and what helps. */
@Schema(name = "ProblemType", description = "A kind of problem: what leads to it, and what helps")
public record ProblemTypeRepresentation(
        @Schema(
                description = "What stands as `type` in such a problem",
                format = "uri",
                examples = "http://localhost:8080/problems/not-found")
        String type,

        @Schema(description = "What stands as `code` in such a problem", examples = "not-found")
        String code,

        @Schema(description = "The HTTP status that goes with it", examples = "404")
        int status,

        @Schema(description = "A few words, the same for every occurrence", examples = "Not found")
        String title,

        @Schema(description = "What leads to it; code stands in backticks")
        String cause,

        @Schema(description = "What helps; code stands in backticks")
        String remedy)
        implements Fixed {

    static ProblemTypeRepresentation of(ProblemType type, String url) {
        return new ProblemTypeRepresentation(
                url + "/problems/" + type.slug(),
                type.slug(),
                type.status(),
                type.title(),
                type.cause(),
                type.remedy());
    }
}
