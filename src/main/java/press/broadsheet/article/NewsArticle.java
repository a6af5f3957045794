package press.broadsheet.article;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.json.ScriptSafe;
import press.broadsheet.site.Site;

/**
 * An article in the words of schema.org, for search engines (JSON-LD, https://schema.org/NewsArticle). As it stands in an answer it
 * may be put into a page's {@code <script>}, see {@link ScriptSafe}.
 */
@Schema(description = "The article in the words of schema.org")
@JsonPropertyOrder({"@context", "@type"})
public record NewsArticle(
        @JsonProperty("@context") @Schema(examples = "https://schema.org")
        String context,

        @JsonProperty("@type") @Schema(examples = "NewsArticle")
        String type,

        @JsonSerialize(using = ScriptSafe.class) String headline,

        @Schema(nullable = true) @JsonSerialize(using = ScriptSafe.class)
        String description,

        String inLanguage,
        Instant datePublished,
        Instant dateModified,
        @JsonSerialize(using = ScriptSafe.class) String articleSection,
        @JsonSerialize(contentUsing = ScriptSafe.class) List<String> keywords,
        List<Named> author,
        Named publisher,
        @JsonSerialize(contentUsing = ScriptSafe.class) List<String> image,
        @JsonSerialize(using = ScriptSafe.class) String mainEntityOfPage,
        boolean isAccessibleForFree) {

    /** A person or an organisation. */
    @Schema(name = "SchemaOrgNamed")
    public record Named(
            @JsonProperty("@type") @Schema(examples = "Person")
            String type,

            @Schema(examples = "Imogen Hartley") @JsonSerialize(using = ScriptSafe.class)
            String name,

            @Schema(nullable = true) @JsonSerialize(using = ScriptSafe.class)
            String url) {}

    static NewsArticle of(ArticleCard card, Site site) {
        return new NewsArticle(
                "https://schema.org",
                "NewsArticle",
                card.title(),
                card.summary(),
                card.lang(),
                card.publishedAt(),
                card.updatedAt(),
                card.section().name(),
                card.tags().stream().map(tag -> tag.name()).toList(),
                card.authors().stream()
                        .map(author -> new Named("Person", author.name(), site.url() + "/authors/" + author.slug()))
                        .toList(),
                new Named("Organization", site.name(), site.url()),
                card.image() == null
                        ? List.of()
                        : List.of(site.absolute(card.image().url())),
                card.canonicalUrl() == null ? card.url() : card.canonicalUrl(),
                true);
    }
}
