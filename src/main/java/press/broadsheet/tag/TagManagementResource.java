package press.broadsheet.tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;

@Path("/v1/manage/tags")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Management")
class TagManagementResource {
    private final TagEditing editing;

    TagManagementResource(TagEditing editing) {
        this.editing = editing;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createTag", summary = "Add a tag")
    public RestResponse<TagRepresentation> create(@NotNull @Valid TagDraft draft) {
        Tag tag = editing.create(draft);
        return Created.at("/v1/manage/tags/" + tag.id(), tag.version(), TagRepresentation.of(tag));
    }
}
