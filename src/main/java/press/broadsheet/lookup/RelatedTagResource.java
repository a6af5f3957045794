package press.broadsheet.lookup;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.content.Reference;
import press.broadsheet.naming.Names;
import press.broadsheet.page.PageInfo;
import press.broadsheet.query.Arguments;
import press.broadsheet.tag.Tag;
import press.broadsheet.tag.TagRepository;

@Path("/v1/tags")
@PermitAll
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
class RelatedTagResource {
    private static final int GREATEST_LIMIT = 50;
    private static final int DEFAULT_LIMIT = 10;

    private final TagRepository tags;
    private final Names names;
    private final RelatedTagRepository related;

    RelatedTagResource(TagRepository tags, Names names, RelatedTagRepository related) {
        this.tags = tags;
        this.names = names;
        this.related = related;
    }

    @GET
    @Path("{ref}/related")
    @Operation(operationId = "listRelatedTags", summary = "Tags that stand on the same articles, the closest first")
    public RelatedTagList list(
            Reference ref,
            @RestQuery
                    @DefaultValue("10")
                    @Parameter(
                            description = "How many tags",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "50",
                                            defaultValue = "10"))
                    String limit) {
        Arguments arguments = new Arguments();
        int most = arguments.integer("limit", limit, 1, GREATEST_LIMIT, DEFAULT_LIMIT);
        arguments.verify();
        Tag tag = tags.referredToBy(ref).orElseThrow(() -> names.missing(tags, ref));
        return new RelatedTagList(related.to(tag.id(), most), PageInfo.only(most));
    }
}
