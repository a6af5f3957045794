package press.broadsheet.search;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an article has what was asked for. */
@Schema(description = "Where the article has what was asked for: HTML in which everything but `mark` is escaped")
record Highlight(
        @Schema(description = "The whole title", examples = "<mark>Ferry</mark> back in service")
        String title,

        @Schema(description = "The whole summary", examples = "The first since March.", nullable = true)
        String summary,

        @Schema(description = "Fragments of the text, at most three; none if what was asked for is not in it")
        List<String> body) {}
