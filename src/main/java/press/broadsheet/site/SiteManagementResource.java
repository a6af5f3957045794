package press.broadsheet.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import press.broadsheet.access.Role;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;
import press.broadsheet.writing.Patching;

@Path("/v1/manage/site")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class SiteManagementResource {
    private final CurrentSite site;
    private final SiteEditing editing;
    private final Patching patching;

    SiteManagementResource(CurrentSite site, SiteEditing editing, Patching patching) {
        this.site = site;
        this.editing = editing;
        this.patching = patching;
    }

    @GET
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(
            operationId = "getManagedSite",
            summary = "The site's settings, with the ETag that a change of them needs")
    public SiteRepresentation get() {
        return SiteRepresentation.of(site.settings());
    }

    @PUT
    @Transactional
    @Operation(operationId = "replaceSite", summary = "Replace the site's settings")
    public SiteRepresentation replace(@RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid SiteDraft draft) {
        return SiteRepresentation.of(editing.revise(IfMatch.required(ifMatch), present -> draft));
    }

    @PATCH
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchSite", summary = "Change some of the site's settings")
    public SiteRepresentation patch(@RestHeader("If-Match") IfMatch ifMatch, @NotNull MergePatch patch) {
        return SiteRepresentation.of(
                editing.revise(IfMatch.required(ifMatch), present -> patching.apply(present, SiteDraft.class, patch)));
    }
}
