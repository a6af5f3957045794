package press.broadsheet.author;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.content.Reference;
import press.broadsheet.naming.Names;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Fields;

@Path("/v1/authors")
@PermitAll
@Tag(name = "Authors")
class AuthorResource {
    private static final Fields FIELDS = Fields.of(AuthorRepresentation.class);

    private final AuthorRepository authors;
    private final Names names;

    AuthorResource(AuthorRepository authors, Names names) {
        this.authors = authors;
        this.names = names;
    }

    @GET
    @Operation(operationId = "listAuthors", summary = "Authors, by name")
    public AuthorPage list(
            @BeanParam AuthorQuery query,
            @BeanParam PageQuery paging,
            @RestQuery @Parameter(description = Fields.DESCRIPTION) String fields) {
        Arguments arguments = new Arguments();
        AuthorFilter filter = query.filter(arguments);
        PageRequest request = paging.read(arguments, AuthorFilter.SORTING, filter.toString());
        FIELDS.read(arguments, fields);
        arguments.verify();
        Page<Author> page = authors.list(filter, request);
        return new AuthorPage(
                page.items().stream().map(AuthorRepresentation::of).toList(), page.page());
    }

    @GET
    @Path("{ref}")
    @Operation(operationId = "getAuthor", summary = "One author; a former slug leads to them by 301")
    public AuthorRepresentation get(Reference ref) {
        return authors.referredToBy(ref).map(AuthorRepresentation::of).orElseThrow(() -> names.missing(authors, ref));
    }
}
