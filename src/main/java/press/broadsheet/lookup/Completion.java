package press.broadsheet.lookup;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.author.AuthorName;
import press.broadsheet.content.Slug;
import press.broadsheet.tag.TagName;

/** A tag or an author, offered while a reader is still typing. */
@Schema(description = "A tag or an author whose name has words that begin so")
record Completion(
        @Schema(
                description = "What it is",
                enumeration = {"tag", "author"})
        String kind,

        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "helena-marsh")
        String slug,

        @Schema(examples = "Helena Marsh") String name) {

    static Completion of(TagName tag) {
        return new Completion("tag", tag.id(), tag.slug(), tag.name());
    }

    static Completion of(AuthorName author) {
        return new Completion("author", author.id(), author.slug(), author.name());
    }
}
