package press.broadsheet.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.access.Role;

@Path("/v1/manage/site")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class SiteManagementResource {
    private final SiteEditing editing;

    SiteManagementResource(SiteEditing editing) {
        this.editing = editing;
    }

    @PUT
    @Transactional
    @Operation(operationId = "replaceSite", summary = "Replace the site's settings")
    public SiteRepresentation replace(@NotNull @Valid SiteDraft draft) {
        return SiteRepresentation.of(editing.replace(draft));
    }
}
