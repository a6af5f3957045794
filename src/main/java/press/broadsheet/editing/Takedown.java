package press.broadsheet.editing;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.change.Confirmed;

/** What is certain when an article has been taken down. */
@Schema(description = "An article that no node of this API shows any more")
record Takedown(
        @Schema(description = "The article's id") UUID id,

        @Schema(description = "Nodes that have dropped what they held of it", examples = "[\"node-1\", \"node-2\"]")
        List<String> confirmed,

        @Schema(description = "Nodes that are cut off, and may answer nothing from memory any more", examples = "[]")
        List<String> lapsed) {

    static Takedown of(UUID article, Confirmed nodes) {
        return new Takedown(article, nodes.confirmed(), nodes.lapsed());
    }
}
