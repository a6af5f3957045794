package press.broadsheet.author;

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

@Path("/v1/manage/authors")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class AuthorManagementResource {
    private final AuthorEditing editing;

    AuthorManagementResource(AuthorEditing editing) {
        this.editing = editing;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createAuthor", summary = "Add an author")
    public RestResponse<AuthorRepresentation> create(@NotNull @Valid AuthorDraft draft) {
        Author author = editing.create(draft);
        return Created.at("/v1/manage/authors/" + author.id(), author.version(), AuthorRepresentation.of(author));
    }
}
