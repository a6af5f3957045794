package press.broadsheet.editing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import press.broadsheet.access.Role;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.revision.Revision;
import press.broadsheet.revision.RevisionLog;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.writing.Idempotent;
import press.broadsheet.writing.IfMatch;

@Path("/v1/manage/articles")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Tag(name = "Management")
class RevisionRestorationResource {
    private final ArticleEditing editing;
    private final ArticleRepository articles;
    private final RevisionLog revisions;
    private final CurrentSite site;
    private final ObjectMapper json;

    RevisionRestorationResource(
            ArticleEditing editing,
            ArticleRepository articles,
            RevisionLog revisions,
            CurrentSite site,
            ObjectMapper json) {
        this.editing = editing;
        this.articles = articles;
        this.revisions = revisions;
        this.site = site;
        this.json = json;
    }

    @POST
    @Path("{ref}/revisions/{version}/restore")
    @Transactional
    @Idempotent
    @Operation(
            operationId = "restoreRevision",
            summary = "Make an article say again what it said at a revision; its address and publication stay")
    public ManagedArticle restore(Reference ref, int version, @RestHeader("If-Match") IfMatch ifMatch) {
        IfMatch expected = IfMatch.required(ifMatch);
        Article held = articles.referredToBy(ref).orElseThrow(() -> ProblemException.noSuch("article", ref));
        Revision revision =
                revisions.find(held.id(), version).orElseThrow(() -> ProblemException.noSuch("revision", version));
        ArticleDraft draft = json.convertValue(revision.content(), ArticleDraft.class);
        Article article = editing.restore(ref, expected, draft);
        return ManagedArticle.of(article, site.settings(), articles.now());
    }
}
