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
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;

@Path("/v1/manage/articles")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class ArticleManagementResource {
    private final ArticleEditing editing;
    private final ArticleRepository articles;
    private final CurrentSite site;

    ArticleManagementResource(ArticleEditing editing, ArticleRepository articles, CurrentSite site) {
        this.editing = editing;
        this.articles = articles;
        this.site = site;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createArticle",
            summary = "Add an article: a draft, or published at once or at an instant")
    public RestResponse<ManagedArticle> create(@NotNull @Valid ArticleDraft draft) {
        Article article = editing.create(draft);
        ManagedArticle created = ManagedArticle.of(article, site.settings(), articles.now());
        return Created.at("/v1/manage/articles/" + article.id(), article.version(), created);
    }
}
