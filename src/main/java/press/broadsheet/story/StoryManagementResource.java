package press.broadsheet.story;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import press.broadsheet.access.Role;
import press.broadsheet.content.Reference;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;
import press.broadsheet.writing.Patching;

@Path("/v1/manage/articles")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class StoryManagementResource {
    private final StoryEditing editing;
    private final Patching patching;

    StoryManagementResource(StoryEditing editing, Patching patching) {
        this.editing = editing;
        this.patching = patching;
    }

    @GET
    @Path("{ref}/story")
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(
            operationId = "getStory",
            summary =
                    "The near-duplicates of an article, how alike they are, why, and the ETag that a change of it needs")
    public StoryRepresentation get(Reference ref) {
        return editing.of(ref);
    }

    @PATCH
    @Path("{ref}/story")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchStory",
            summary = "Put an article into another one's story, or choose it as the one that lists show")
    public StoryRepresentation correct(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull MergePatch patch) {
        IfMatch expected = IfMatch.required(ifMatch);
        return editing.correct(ref, expected, patching.apply(StoryDraft.UNCHANGED, StoryDraft.class, patch));
    }

    @DELETE
    @Path("{ref}/story")
    @Transactional
    @Operation(
            operationId = "takeOutOfStory",
            summary = "Take an article out of its story; it is never put into one again unless by an editor")
    public void leave(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        editing.leave(ref, IfMatch.required(ifMatch));
    }
}
