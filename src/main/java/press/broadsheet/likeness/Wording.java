package press.broadsheet.likeness;

import java.time.Instant;
import java.util.UUID;

import press.broadsheet.article.ArticleContent;

/**
 * What an article says, as far as others are told from it by that.
 *
 * @param publishedAt when readers see it, or will
 */
public record Wording(UUID article, String lang, Instant publishedAt, Text text) {

    public static Wording of(ArticleContent article) {
        return new Wording(article.id(), article.lang(), article.publishedAt(), text(article));
    }

    private static Text text(ArticleContent article) {
        return Text.of(article.title(), article.summary(), article.body().text());
    }
}
