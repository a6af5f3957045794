package press.broadsheet.revision;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.access.Role;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.query.Arguments;

@Path("/v1/manage/articles")
@RolesAllowed({Role.READER, Role.EDITOR, Role.ADMIN})
@Tag(name = "Management")
class RevisionResource {
    private static final int NONE = -1;

    private final RevisionLog revisions;
    private final ArticleRepository articles;

    RevisionResource(RevisionLog revisions, ArticleRepository articles) {
        this.revisions = revisions;
        this.articles = articles;
    }

    @GET
    @Path("{ref}/revisions")
    @Operation(operationId = "listRevisions", summary = "What an article said at each save, the newest first")
    public RevisionPage list(Reference ref, @BeanParam PageQuery paging) {
        UUID article = article(ref);
        Arguments arguments = new Arguments();
        PageRequest request = paging.read(arguments, RevisionLog.SORTING, article.toString());
        arguments.verify();
        Page<RevisionEntry> page = revisions.list(article, request);
        if (page.items().isEmpty() && request.position() == null) {
            throw ProblemException.noSuch("revision of", ref);
        }
        return new RevisionPage(page.items(), page.page());
    }

    @GET
    @Path("{ref}/revisions/{version}")
    @Operation(operationId = "getRevision", summary = "What an article said at one save")
    public Revision get(Reference ref, int version) {
        return find(article(ref), version);
    }

    @GET
    @Path("{ref}/revisions/{version}/changes")
    @Operation(operationId = "compareRevisions", summary = "What differs between two revisions, field by field")
    public RevisionComparison compare(
            Reference ref,
            int version,
            @RestQuery
                    @Parameter(
                            description = "The revision to compare with; the one before if absent",
                            schema = @Schema(type = SchemaType.INTEGER))
                    String since) {
        UUID article = article(ref);
        Arguments arguments = new Arguments();
        int from = arguments.integer("since", since, 0, Integer.MAX_VALUE, NONE);
        arguments.verify();
        Revision earlier = from == NONE
                ? revisions
                        .before(article, version)
                        .orElseThrow(() -> ProblemException.noSuch("revision before", version))
                : find(article, from);
        return RevisionComparison.of(earlier, find(article, version));
    }

    private Revision find(UUID article, int version) {
        return revisions.find(article, version).orElseThrow(() -> ProblemException.noSuch("revision", version));
    }

    private UUID article(Reference ref) {
        return articles.referredToBy(ref)
                .orElseThrow(() -> ProblemException.noSuch("article", ref))
                .id();
    }
}
