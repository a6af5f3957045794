package press.broadsheet.story;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;

/** What an editor wants of an article's story; what is absent or null stays as it is. */
record StoryDraft(
        @Schema(
                description = "The article whose story this one joins, by id or slug",
                examples = "storm-closes-the-harbour",
                nullable = true)
        Reference join,

        @Schema(
                description = "`true`: lists show this article of the story; `false`: lists show the newest again",
                examples = "true",
                nullable = true)
        Boolean lead) {
    /** What changes nothing. */
    static final StoryDraft UNCHANGED = new StoryDraft(null, null);
}
