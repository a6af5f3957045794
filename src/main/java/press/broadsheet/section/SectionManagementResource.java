package press.broadsheet.section;

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
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;

@Path("/v1/manage/sections")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class SectionManagementResource {
    private final SectionEditing editing;

    SectionManagementResource(SectionEditing editing) {
        this.editing = editing;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createSection", summary = "Add a section")
    public RestResponse<SectionRepresentation> create(@NotNull @Valid SectionDraft draft) {
        Section section = editing.create(draft);
        return Created.at("/v1/manage/sections/" + section.id(), section.version(), SectionRepresentation.of(section));
    }
}
