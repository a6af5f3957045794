package press.broadsheet.section;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.content.Reference;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;
import press.broadsheet.writing.Patching;

@Path("/v1/manage/sections")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class SectionManagementResource {
    private final SectionRepository sections;
    private final SectionEditing editing;
    private final Patching patching;

    SectionManagementResource(SectionRepository sections, SectionEditing editing, Patching patching) {
        this.sections = sections;
        this.editing = editing;
        this.patching = patching;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createSection", summary = "Add a section")
    public RestResponse<SectionRepresentation> create(@NotNull @Valid SectionDraft draft) {
        Section section = editing.create(draft);
        return Created.at("/v1/manage/sections/" + section.id(), section.version(), SectionRepresentation.of(section));
    }

    @GET
    @Path("{ref}")
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(
            operationId = "getManagedSection",
            summary = "One section with what stands below it, and the ETag that a change of it needs")
    public SectionRepresentation get(Reference ref) {
        return shown(sections.existing(ref));
    }

    @PUT
    @Path("{ref}")
    @Transactional
    @Operation(
            operationId = "replaceSection",
            summary =
                    "Replace a section, and move it if its parent is another; the slug and path that it had lead to it for ever")
    public SectionRepresentation replace(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid SectionDraft draft) {
        return shown(editing.revise(ref, IfMatch.required(ifMatch), present -> draft));
    }

    @PATCH
    @Path("{ref}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchSection", summary = "Change some of a section")
    public SectionRepresentation patch(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull MergePatch patch) {
        return shown(editing.revise(
                ref, IfMatch.required(ifMatch), present -> patching.apply(present, SectionDraft.class, patch)));
    }

    @DELETE
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "deleteSection", summary = "Delete a section in which nothing stands")
    public void delete(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        editing.delete(ref, IfMatch.required(ifMatch));
    }

    @POST
    @Path("{ref}/move")
    @Transactional
    @Idempotent
    @Operation(
            operationId = "moveSection",
            summary = "Move a section with all below it; the paths that they had lead there for ever")
    public SectionRepresentation move(
            Reference ref,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SectionPlace.class)))
                    @NotNull MergePatch place) {
        // Read as a patch, since no parent is another thing than a parent that is not named.
        return shown(editing.move(ref, present -> patching.apply(present, SectionPlace.class, place)));
    }

    private SectionRepresentation shown(Section section) {
        return SectionRepresentation.tree(sections.branchOf(Reference.to(section.id())))
                .orElseThrow();
    }
}
