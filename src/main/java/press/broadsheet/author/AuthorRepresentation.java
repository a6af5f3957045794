package press.broadsheet.author;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;
import press.broadsheet.media.Image;
import press.broadsheet.writing.Versioned;

/** An author as clients see them. */
@Schema(name = "Author", description = "Someone who writes articles")
public record AuthorRepresentation(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "imogen-hartley")
        String slug,

        @Schema(examples = "Imogen Hartley") String name,

        @Schema(description = "What they are at the paper", examples = "City editor", nullable = true)
        String title,

        @Schema(examples = "Imogen has covered the council since 2009.", nullable = true)
        String bio,

        @Schema(nullable = true) Image image,
        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version)
        implements Keyed, Versioned {

    public static AuthorRepresentation of(Author author) {
        return new AuthorRepresentation(
                author.id(),
                author.slug(),
                author.name(),
                author.title(),
                author.bio(),
                author.image(),
                author.updatedAt(),
                author.version());
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.AUTHORS, Keys.author(id));
    }

    @Override
    public Instant lastModified() {
        return updatedAt;
    }
}
