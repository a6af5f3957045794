package press.broadsheet.story;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.likeness.Resemblance;
import press.broadsheet.writing.Versioned;

/** An article's story as its editors see it. */
@Schema(name = "Story", description = "Near-duplicates, of which lists show one")
record StoryRepresentation(
        @Schema(description = "The story's id: that of its oldest article")
        UUID id,

        @Schema(description = "Whether an editor chose which article lists show; otherwise it is the newest")
        boolean led,

        @Schema(description = "The articles of the story, the oldest first, hidden ones too")
        List<Member> members,

        @Schema(description = "Another one with every change of who is in it, why, and which one lists show")
        int version)
        implements Versioned {

    static StoryRepresentation of(UUID story, List<Member> members) {
        return new StoryRepresentation(story, members.stream().anyMatch(Member::lead), members, version(members));
    }

    /** A story is changed by saves of any of its articles, so there is no row that could count: its state is its version. */
    private static int version(List<Member> members) {
        CRC32C sum = new CRC32C();
        members.forEach(
                member -> sum.update((member.id() + member.reason().code() + member.likeArticle() + member.lead())
                        .getBytes(StandardCharsets.UTF_8)));
        return (int) (sum.getValue() >>> 1);
    }

    /** An article of a story, and why it is one. */
    @Schema(name = "StoryMember", description = "An article of a story, and why it is one")
    record Member(
            UUID id,

            @Schema(examples = "storm-closes-the-harbour") String slug,

            @Schema(examples = "Storm closes the harbour") String title,

            @Schema(description = "BCP 47", examples = "en-GB")
            String lang,

            @Schema(description = "draft, published or withdrawn", examples = "published")
            String state,

            @Schema(nullable = true) Instant publishedAt,

            @Schema(
                    description = "Why: `same-text`, `shared-text`, `part` (one is a part of the other);"
                            + " `joined` or `left`, said by an editor; `first`, with nothing like it before",
                    examples = "shared-text")
            Reason reason,

            @Schema(description = "The article that it was found to be like, or that the editor named", nullable = true)
            UUID likeArticle,

            @Schema(description = "When that was found or said", nullable = true)
            Instant at,

            @Schema(description = "How alike the two were; null where an editor decided", nullable = true)
            Similarity similarity,

            @Schema(description = "Whether an editor wants lists to show this one")
            boolean lead) {

        static Member of(Object[] row) {
            return new Member(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (Instant) row[5],
                    row[7] == null ? Reason.FIRST : Reason.ofCode((String) row[7]),
                    (UUID) row[6],
                    (Instant) row[12],
                    row[8] == null ? null : Similarity.of(row),
                    (Boolean) row[13]);
        }
    }

    /** Shares from 0 to 1, see {@link Resemblance}. */
    @Schema(name = "StorySimilarity", description = "How alike two articles are, each part 0 to 1")
    record Similarity(
            @Schema(description = "What share of all sequences of three words stands in both", examples = "0.62")
            double text,

            @Schema(
                    description = "What share of the shorter one's sequences stands in the longer one",
                    examples = "0.91")
            double part,

            @Schema(description = "How alike the weightiest words are", examples = "0.83")
            double words,

            @Schema(description = "How alike the titles are", examples = "0.4")
            double title) {
        private static Similarity of(Object[] row) {
            return new Similarity(share(row[8]), share(row[9]), share(row[10]), share(row[11]));
        }

        private static double share(Object stored) {
            return Math.round(((Number) stored).doubleValue() * 1000) / 1000.0;
        }
    }
}
