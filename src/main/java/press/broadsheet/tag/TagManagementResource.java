package press.broadsheet.tag;

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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.content.Reference;
import press.broadsheet.writing.Created;
import press.broadsheet.writing.Idempotent;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;
import press.broadsheet.writing.Patching;

@Path("/v1/manage/tags")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Management")
class TagManagementResource {
    private final TagRepository tags;
    private final TagEditing editing;
    private final Patching patching;

    TagManagementResource(TagRepository tags, TagEditing editing, Patching patching) {
        this.tags = tags;
        this.editing = editing;
        this.patching = patching;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createTag", summary = "Add a tag")
    public RestResponse<TagRepresentation> create(@NotNull @Valid TagDraft draft) {
        Tag tag = editing.create(draft);
        return Created.at("/v1/manage/tags/" + tag.id(), tag.version(), TagRepresentation.of(tag));
    }

    @GET
    @Path("{ref}")
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(operationId = "getManagedTag", summary = "One tag, with the ETag that a change of it needs")
    public TagRepresentation get(Reference ref) {
        return TagRepresentation.of(tags.existing(ref));
    }

    @PUT
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "replaceTag", summary = "Replace a tag; the slug that it had leads to it for ever")
    public TagRepresentation replace(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid TagDraft draft) {
        return TagRepresentation.of(editing.revise(ref, IfMatch.required(ifMatch), present -> draft));
    }

    @PATCH
    @Path("{ref}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchTag", summary = "Change some of a tag")
    public TagRepresentation patch(Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull MergePatch patch) {
        return TagRepresentation.of(editing.revise(
                ref, IfMatch.required(ifMatch), present -> patching.apply(present, TagDraft.class, patch)));
    }

    @DELETE
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "deleteTag", summary = "Delete a tag that no article has")
    public void delete(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        editing.delete(ref, IfMatch.required(ifMatch));
    }

    @POST
    @Path("{ref}/merge")
    @Transactional
    @Idempotent
    @Operation(
            operationId = "mergeTag",
            summary = "Put another tag in its place on all articles; its slug leads there for ever")
    public TagRepresentation merge(Reference ref, @NotNull @Valid TagMergeDraft draft) {
        return TagRepresentation.of(editing.merge(ref, draft.into()));
    }
}
