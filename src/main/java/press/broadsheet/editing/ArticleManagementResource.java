package press.broadsheet.editing;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.query.Arguments;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;

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

    @GET
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(operationId = "listManagedArticles", summary = "Articles in any state, the last edited first")
    public ArticleEntryPage list(
            @RestQuery
                    @Parameter(
                            description = "Only in this state",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"draft", "scheduled", "published", "withdrawn"}))
                    String status,
            @BeanParam PageQuery paging) {
        Arguments arguments = new Arguments();
        String state = arguments.oneOf("status", status, List.of("draft", "scheduled", "published", "withdrawn"), null);
        PageRequest request = paging.read(arguments, ArticleRepository.EDITED, String.valueOf(state));
        arguments.verify();
        Instant now = articles.now();
        Page<Article> page = articles.edited(state, request);
        return new ArticleEntryPage(
                page.items().stream()
                        .map(article -> ArticleEntryPage.ArticleEntry.of(article, now))
                        .toList(),
                page.page());
    }

    @GET
    @Path("{ref}")
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(operationId = "getManagedArticle", summary = "One article in any state, as its editors see it")
    public ManagedArticle get(Reference ref) {
        return articles.referredToBy(ref).map(this::shown).orElseThrow(() -> ProblemException.noSuch("article", ref));
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createArticle",
            summary = "Add an article: a draft, or published at once or at an instant")
    public RestResponse<ManagedArticle> create(@NotNull @Valid ArticleDraft draft) {
        return created(editing.create(draft));
    }

    @PUT
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "replaceArticle", summary = "Replace what an article says")
    public ManagedArticle replace(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid ArticleDraft draft) {
        return shown(editing.replace(ref, IfMatch.required(ifMatch), draft));
    }

    @PATCH
    @Path("{ref}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "patchArticle", summary = "Change some of what an article says")
    public ManagedArticle patch(Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull MergePatch patch) {
        return shown(editing.patch(ref, IfMatch.required(ifMatch), patch));
    }

    @DELETE
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "deleteArticle", summary = "Delete an article with its revisions; its address stays taken")
    public void delete(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        editing.delete(ref, IfMatch.required(ifMatch));
    }

    @PUT
    @Path("by-source/{source}/{externalId}")
    @Transactional
    @Operation(
            operationId = "putArticleBySource",
            summary = "Add or replace the article that a source calls by this name")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ManagedArticle.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ManagedArticle.class)))
    public RestResponse<ManagedArticle> putBySource(
            String source,
            String externalId,
            @RestHeader("If-Match") IfMatch ifMatch,
            @NotNull @Valid ArticleDraft draft) {
        ArticleEditing.Saved saved = editing.put(ManagedArticle.Origin.of(source, externalId), ifMatch, draft);
        return saved.created() ? created(saved.article()) : RestResponse.ok(shown(saved.article()));
    }

    private RestResponse<ManagedArticle> created(Article article) {
        return Created.at("/v1/manage/articles/" + article.id(), article.version(), shown(article));
    }

    private ManagedArticle shown(Article article) {
        return ManagedArticle.of(article, site.settings(), articles.now());
    }
}
