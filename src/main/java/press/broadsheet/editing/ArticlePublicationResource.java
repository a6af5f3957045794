package press.broadsheet.editing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import press.broadsheet.access.Role;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.writing.Idempotent;
import press.broadsheet.writing.IfMatch;

/** When readers see an article. {@code If-Match} may be sent, and is compared then; a verb means the same to any version. */
@Path("/v1/manage/articles")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Tag(name = "Management")
class ArticlePublicationResource {
    private final ArticlePublishing publishing;
    private final ArticleRepository articles;
    private final CurrentSite site;

    ArticlePublicationResource(ArticlePublishing publishing, ArticleRepository articles, CurrentSite site) {
        this.publishing = publishing;
        this.articles = articles;
        this.site = site;
    }

    @POST
    @Path("{ref}/publish")
    @Transactional
    @Idempotent
    @Operation(operationId = "publishArticle", summary = "Show an article to readers from now on")
    public ManagedArticle publish(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        return shown(publishing.publish(ref, ifMatch));
    }

    @POST
    @Path("{ref}/unpublish")
    @Transactional
    @Idempotent
    @Operation(operationId = "unpublishArticle", summary = "Take an article back; a scheduled one is a draft again")
    public ManagedArticle unpublish(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        return shown(publishing.unpublish(ref, ifMatch));
    }

    @POST
    @Path("{ref}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(operationId = "scheduleArticle", summary = "Say from when and until when readers shall see an article")
    public ManagedArticle schedule(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid ScheduleDraft schedule) {
        return shown(publishing.schedule(ref, ifMatch, schedule));
    }

    private ManagedArticle shown(Article article) {
        return ManagedArticle.of(article, site.settings(), articles.now());
    }
}
