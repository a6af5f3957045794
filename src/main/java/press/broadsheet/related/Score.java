package press.broadsheet.related;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a score comes about: {@code (text + tags) * recency}. */
@Schema(name = "RelatedScore", description = "How the score comes about: (text + tags) * recency")
record Score(
        @Schema(description = "How alike the weightiest words are (cosine), 0 to 1", examples = "0.31")
        double text,

        @Schema(description = "What the shared tags add, the rarer the more", examples = "0.05")
        double tags,

        @Schema(
                description = "Halved for every half-life that it is older than the article, 1 if it is not older",
                examples = "0.93")
        double recency) {
    static final Score NONE = new Score(0, 0, 1);

    double total() {
        return (text + tags) * recency;
    }
}
