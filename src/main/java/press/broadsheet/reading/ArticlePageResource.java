package press.broadsheet.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.article.ArticleFinding;
import press.broadsheet.caching.Fresh;
import press.broadsheet.content.Reference;

@Path("/v1/articles")
@PermitAll
@Tag(name = "Articles")
class ArticlePageResource {
    private final ArticleFinding articles;
    private final PageComposing composing;

    ArticlePageResource(ArticleFinding articles, PageComposing composing) {
        this.articles = articles;
        this.composing = composing;
    }

    @GET
    @Path("{ref}/page")
    @Fresh(seconds = 5)
    @Operation(
            operationId = "getPage",
            summary = "The whole page of an article: breadcrumb, text, counters, related, ranking, recommendations")
    public ArticlePageRepresentation get(Reference ref, @BeanParam ArticlePageQuery query) {
        ArticlePageQuery.Sizes sizes = query.read();
        return composing.compose(articles.find(ref, true), sizes);
    }
}
