package press.broadsheet.article;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.content.Reference;
import press.broadsheet.engagement.Subjects;
import press.broadsheet.naming.Moved;
import press.broadsheet.problem.ProblemException;

/** Finds the article that a path names, or says what became of it: moved (301), gone (410), or never there (404). */
@ApplicationScoped
public class ArticleFinding implements Subjects {
    private final PublishedArticleRepository published;
    private final ArticleRepository articles;
    private final Moved moved;

    ArticleFinding(PublishedArticleRepository published, ArticleRepository articles, Moved moved) {
        this.published = published;
        this.articles = articles;
        this.moved = moved;
    }

    /** The article with its section, and its body if that is wanted. */
    public PublishedArticle find(Reference reference, boolean withBody) {
        return published.publishedAs(reference, withBody).orElseThrow(() -> missing(reference));
    }

    @Override
    public UUID idOf(Reference reference) {
        return published.idOf(reference).orElseThrow(() -> missing(reference));
    }

    @Override
    public Map<Reference, UUID> idsOf(List<Reference> references) {
        Map<String, UUID> ids = articles.idsOf(references);
        return references.stream()
                .distinct()
                .filter(reference -> ids.containsKey(reference.key()))
                .collect(Collectors.toMap(Function.identity(), reference -> ids.get(reference.key())));
    }

    @Override
    public List<UUID> visible(List<UUID> ids) {
        return published.visible(ids);
    }

    private RuntimeException missing(Reference reference) {
        if (!reference.isPossible()) {
            return ProblemException.noSuch("article", reference);
        }
        return articles.whereaboutsOf(reference)
                .map(found -> found.visible()
                        ? moved.to("articles", found.slug())
                        : ProblemException.gone("article", reference))
                .orElseGet(() -> ProblemException.noSuch("article", reference));
    }
}
