package press.broadsheet.author;

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

@Path("/v1/manage/authors")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Management")
class AuthorManagementResource {
    private final AuthorRepository authors;
    private final AuthorEditing editing;
    private final Patching patching;

    AuthorManagementResource(AuthorRepository authors, AuthorEditing editing, Patching patching) {
        this.authors = authors;
        this.editing = editing;
        this.patching = patching;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createAuthor", summary = "Add an author")
    public RestResponse<AuthorRepresentation> create(@NotNull @Valid AuthorDraft draft) {
        Author author = editing.create(draft);
        return Created.at("/v1/manage/authors/" + author.id(), author.version(), AuthorRepresentation.of(author));
    }

    @GET
    @Path("{ref}")
    @RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
    @Operation(operationId = "getManagedAuthor", summary = "One author, with the ETag that a change of them needs")
    public AuthorRepresentation get(Reference ref) {
        return AuthorRepresentation.of(authors.existing(ref));
    }

    @PUT
    @Path("{ref}")
    @Transactional
    @Operation(
            operationId = "replaceAuthor",
            summary = "Replace an author; the slug that they had leads to them for ever")
    public AuthorRepresentation replace(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid AuthorDraft draft) {
        return AuthorRepresentation.of(editing.revise(ref, IfMatch.required(ifMatch), present -> draft));
    }

    @PATCH
    @Path("{ref}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchAuthor", summary = "Change some of an author")
    public AuthorRepresentation patch(
            Reference ref, @RestHeader("If-Match") IfMatch ifMatch, @NotNull MergePatch patch) {
        return AuthorRepresentation.of(editing.revise(
                ref, IfMatch.required(ifMatch), present -> patching.apply(present, AuthorDraft.class, patch)));
    }

    @DELETE
    @Path("{ref}")
    @Transactional
    @Operation(operationId = "deleteAuthor", summary = "Delete an author whom no article names")
    public void delete(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        editing.delete(ref, IfMatch.required(ifMatch));
    }
}
