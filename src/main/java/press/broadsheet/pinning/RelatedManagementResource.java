package press.broadsheet.pinning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import press.broadsheet.access.Role;
import press.broadsheet.content.Reference;
import press.broadsheet.writing.IfMatch;

@Path("/v1/manage/articles")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class RelatedManagementResource {
    private final RelatedEditing editing;

    RelatedManagementResource(RelatedEditing editing) {
        this.editing = editing;
    }

    @GET
    @Path("{ref}/related")
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(
            operationId = "getRelatedChoices",
            summary = "What editors want beside an article, what not, and the ETag that a change of it needs")
    public RelatedChoices get(Reference ref) {
        return editing.of(ref);
    }

    @PUT
    @Path("{ref}/related")
    @Transactional
    @Operation(
            operationId = "replaceRelatedChoices",
            summary = "Say what stands first beside an article, and what never does")
    public RelatedChoices choose(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid RelatedDraft draft) {
        return editing.choose(ref, IfMatch.required(ifMatch), draft);
    }
}
