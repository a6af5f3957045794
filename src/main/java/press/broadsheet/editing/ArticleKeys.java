package press.broadsheet.editing;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.broadsheet.article.Article;
import press.broadsheet.content.Keys;

/** What a change of an article touches: the article, and every list that it stands in. */
final class ArticleKeys {
    private ArticleKeys() {}

    static Set<String> of(Article article) {
        return Stream.of(
                        Stream.of(Keys.article(article.id()), Keys.ARTICLES),
                        article.section().trail().stream().map(crumb -> Keys.articlesIn(crumb.id())),
                        article.tags().stream().map(tag -> Keys.articlesTagged(tag.id())),
                        article.authors().stream().map(author -> Keys.articlesBy(author.id())))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }
}
