package press.broadsheet.section;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.content.Reference;
import press.broadsheet.naming.Names;
import press.broadsheet.page.PageInfo;

@Path("/v1/sections")
@PermitAll
@Tag(name = "Sections")
class SectionResource {
    private final SectionRepository sections;
    private final Names names;

    SectionResource(SectionRepository sections, Names names) {
        this.sections = sections;
        this.names = names;
    }

    @GET
    @Operation(operationId = "listSections", summary = "The tree of sections, in the editors' order")
    public SectionTree list() {
        List<SectionRepresentation> trees = SectionRepresentation.trees(sections.tree());
        return new SectionTree(trees, PageInfo.only(trees.size()));
    }

    @GET
    @Path("{ref}")
    @Operation(
            operationId = "getSection",
            summary = "One section, with its breadcrumb and what stands below it; a former slug leads to it by 301")
    public SectionRepresentation get(Reference ref) {
        return SectionRepresentation.tree(sections.branchOf(ref)).orElseThrow(() -> names.missing(sections, ref));
    }
}
