package press.broadsheet.preview;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.content.Ids;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.query.Arguments;
import press.broadsheet.writing.Created;

@Path("/v1/manage/previews")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class PreviewManagementResource {
    private final PreviewEditing editing;
    private final PreviewRepository previews;

    PreviewManagementResource(PreviewEditing editing, PreviewRepository previews) {
        this.editing = editing;
        this.previews = previews;
    }

    @GET
    @Operation(operationId = "listPreviews", summary = "The previews that can be opened, the newest first; no tokens")
    public PreviewPage list(@BeanParam PageQuery paging) {
        Arguments arguments = new Arguments();
        PageRequest request = paging.read(arguments, PreviewRepository.SORTING, "");
        arguments.verify();
        Page<Preview> page = previews.open(request);
        return new PreviewPage(
                page.items().stream().map(PreviewRepresentation::of).toList(), page.page());
    }

    @POST
    @Transactional
    @Operation(
            operationId = "createPreview",
            summary = "Make a link that shows one article, or the whole site as of an instant, for a time",
            description = "Needs an API key. Whoever has the token of the answer, without a key: of an article, gets it"
                    + " as readers would, in whatever state it is; of the site, gets under `url` what the public"
                    + " paths answer at that instant, articles that are scheduled until then included, drafts not."
                    + " Such answers are `private, no-store`. What readers count (views, reactions) is counted as"
                    + " of now. The token is shown once; who has none, or one that is expired or revoked, is"
                    + " answered 404.")
    public RestResponse<NewPreview> create(@NotNull @Valid PreviewDraft draft) {
        NewPreview made = editing.create(draft);
        return Created.at("/v1/manage/previews/" + made.preview().id(), made);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPreview", summary = "One preview that can be opened; no token")
    public PreviewRepresentation get(String id) {
        return previews.open(preview(id))
                .map(PreviewRepresentation::of)
                .orElseThrow(() -> ProblemException.noSuch("preview", id));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(operationId = "revokePreview", summary = "Revoke a preview: its token opens nothing from now on")
    public void revoke(String id) {
        editing.revoke(preview(id));
    }

    private static UUID preview(String id) {
        return Ids.parse(id).orElseThrow(() -> ProblemException.noSuch("preview", id));
    }
}
