package press.broadsheet.preview;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.article.ArticleRepresentation;
import press.broadsheet.site.CurrentSite;

/** The article that a token opens. The site as of an instant is answered by the resources of readers. */
@Path("/v1/previews")
@PermitAll
@Tag(name = "Articles")
class PreviewResource {
    private final SecurityIdentity identity;
    private final ArticleRepository articles;
    private final CurrentSite site;
    private final Clock clock;

    PreviewResource(SecurityIdentity identity, ArticleRepository articles, CurrentSite site, Clock clock) {
        this.identity = identity;
        this.articles = articles;
        this.site = site;
        this.clock = clock;
    }

    @GET
    @Path("{token}/article")
    @Operation(
            operationId = "previewArticle",
            summary = "The article that a preview token opens, as readers would get it",
            description =
                    "Needs no key: the token in the path opens this article and nothing else, until it expires. The"
                            + " answer is `private, no-store`. An article that was never published is shown as if published now.")
    public ArticleRepresentation get(String token) {
        Preview preview = identity.getAttribute(PreviewAuthentication.PREVIEW);
        return articles.findByIdOptional(preview.articleId())
                .map(article -> ArticleRepresentation.asIfPublished(article, site.settings(), clock.instant()))
                .orElseThrow(NotFoundException::new);
    }
}
