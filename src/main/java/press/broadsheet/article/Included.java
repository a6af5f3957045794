package press.broadsheet.article;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.author.AuthorRepresentation;
import press.broadsheet.caching.Keyed;
import press.broadsheet.tag.TagRepresentation;

/** Whole resources that the articles of an answer name, each once; only those that were asked for are there. */
@Schema(description = "Whole resources that the articles name, each once; only what include= asked for")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Included(List<AuthorRepresentation> authors, List<TagRepresentation> tags, List<BodyOf> bodies) {
    /** What {@code include} may name. */
    public static final Set<String> NAMES = Set.of("authors", "tags", "bodies");

    public static final String BODIES = "bodies";
    public static final String DESCRIPTION =
            "Whole resources to add as `included`: authors, tags, bodies, separated by commas";

    /** An article's text, beside its card. */
    @Schema(name = "BodyOfArticle")
    public record BodyOf(
            @Schema(description = "The article's id") UUID article, Body body) {}

    /** Null if nothing was asked for. What the articles name was read with them: this costs no statement. */
    public static Included of(Collection<? extends ArticleContent> articles, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return null;
        }
        return new Included(
                asked(wanted, "authors", () -> articles.stream()
                        .flatMap(article -> article.authors().stream())
                        .distinct()
                        .map(AuthorRepresentation::of)
                        .toList()),
                asked(wanted, "tags", () -> articles.stream()
                        .flatMap(article -> article.tags().stream())
                        .distinct()
                        .map(TagRepresentation::of)
                        .toList()),
                asked(wanted, BODIES, () -> articles.stream()
                        .map(article -> new BodyOf(article.id(), Body.of(article.body())))
                        .toList()));
    }

    /** What these were made of. */
    public Stream<String> keys() {
        return Stream.of(authors, tags)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .flatMap(Keyed::keys);
    }

    private static <T> List<T> asked(Set<String> wanted, String name, Supplier<List<T>> resources) {
        return wanted.contains(name) ? resources.get() : null;
    }
}
