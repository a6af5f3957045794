package press.broadsheet.author;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Slug;
import press.broadsheet.media.Image;

/** An author as a client sends them. */
@Schema(description = "An author to be")
public record AuthorDraft(
        @Schema(
                description = "Made from the name if absent; of an author who is there, it stays",
                examples = "imogen-hartley")
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String slug,

        @Schema(examples = "Imogen Hartley") @NotBlank @Size(max = 120) String name,

        @Schema(examples = "City editor") @Size(max = 120) String title,

        @Schema(examples = "Imogen has covered the council since 2009.") @Size(max = 4000) String bio,

        @Valid Image image) {

    /** What a client would send to leave an author as they are. */
    static AuthorDraft of(Author author) {
        return new AuthorDraft(author.slug(), author.name(), author.title(), author.bio(), author.image());
    }
}
