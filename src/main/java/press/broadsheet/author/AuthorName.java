package press.broadsheet.author;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Slug;

/** An author as articles name them. */
@Schema(description = "An author, by name")
public record AuthorName(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "imogen-hartley")
        String slug,

        @Schema(examples = "Imogen Hartley") String name) {
    public static AuthorName of(Author author) {
        return new AuthorName(author.id(), author.slug(), author.name());
    }
}
