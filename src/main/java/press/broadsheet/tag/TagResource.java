package press.broadsheet.tag;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.content.Reference;
import press.broadsheet.naming.Names;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Fields;

@Path("/v1/tags")
@PermitAll
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
class TagResource {
    private static final Fields FIELDS = Fields.of(TagRepresentation.class);

    private final TagRepository tags;
    private final Names names;

    TagResource(TagRepository tags, Names names) {
        this.tags = tags;
        this.names = names;
    }

    @GET
    @Operation(operationId = "listTags", summary = "Tags, by name or by how many articles are under them")
    public TagPage list(
            @BeanParam TagQuery query,
            @BeanParam PageQuery paging,
            @RestQuery @Parameter(description = Fields.DESCRIPTION) String fields) {
        Arguments arguments = new Arguments();
        TagFilter filter = query.filter(arguments);
        PageRequest request = paging.read(arguments, TagFilter.SORTING, filter.toString());
        FIELDS.read(arguments, fields);
        arguments.verify();
        Page<Tag> page = tags.list(filter, request);
        return new TagPage(page.items().stream().map(TagRepresentation::of).toList(), page.page());
    }

    @GET
    @Path("{ref}")
    @Operation(operationId = "getTag", summary = "One tag; a former slug leads to it by 301")
    public TagRepresentation get(Reference ref) {
        return tags.referredToBy(ref).map(TagRepresentation::of).orElseThrow(() -> names.missing(tags, ref));
    }
}
