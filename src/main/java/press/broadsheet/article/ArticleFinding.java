package press.broadsheet.article;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import press.broadsheet.content.Reference;
import press.broadsheet.engagement.Subjects;
import press.broadsheet.problem.ProblemException;

/** Finds the article that a path names, or says what became of it: moved (301), gone (410), or never there (404). */
@ApplicationScoped
public class ArticleFinding implements Subjects {
    private final PublishedArticleRepository published;
    private final ArticleRepository articles;
    private final UriInfo request;

    ArticleFinding(PublishedArticleRepository published, ArticleRepository articles, UriInfo request) {
        this.published = published;
        this.articles = articles;
        this.request = request;
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
                .map(found ->
                        found.visible() ? moved(reference, found.slug()) : ProblemException.gone("article", reference))
                .orElseGet(() -> ProblemException.noSuch("article", reference));
    }

    /** The same path under the article's present slug. A path alone, since a host would be the client's word. */
    private RuntimeException moved(Reference from, String to) {
        String path = request.getRequestUri().getRawPath().replace("/articles/" + from.value(), "/articles/" + to);
        String query = request.getRequestUri().getRawQuery();
        return new RedirectionException(Response.status(Response.Status.MOVED_PERMANENTLY)
                .header("Location", query == null ? path : path + "?" + query)
                .build());
    }
}
