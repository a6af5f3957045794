package press.broadsheet.editing;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import press.broadsheet.access.Role;
import press.broadsheet.change.Confirmation;
import press.broadsheet.change.Confirmed;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.writing.IfMatch;

@Path("/v1/manage/articles")
@RolesAllowed({Role.EDITOR, Role.ADMIN})
@Tag(name = "Management")
class TakedownResource {
    /** Twice as long as a node can go on answering without having confirmed. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final ArticlePublishing publishing;
    private final Confirmation confirmation;

    TakedownResource(ArticlePublishing publishing, Confirmation confirmation) {
        this.publishing = publishing;
        this.confirmation = confirmation;
    }

    /** Commits before it waits: nobody can confirm what is not there yet. To do it again does no harm, and waits again. */
    @POST
    @Path("{ref}/takedown")
    @Transactional(TxType.NEVER)
    @Operation(
            operationId = "takeArticleDown",
            summary = "Take an article back for good; answers once no node can show it")
    public Takedown takeDown(Reference ref, @RestHeader("If-Match") IfMatch ifMatch) {
        ArticlePublishing.TakenDown done =
                QuarkusTransaction.requiringNew().call(() -> publishing.takeDown(ref, ifMatch));
        Confirmed nodes = confirmation.await(done.change(), LONGEST);
        if (!nodes.isComplete()) {
            throw ProblemException.of(
                            ProblemType.UNAVAILABLE,
                            "The article is taken down, but these nodes have not confirmed it yet: %s. Ask again."
                                    .formatted(String.join(", ", nodes.outstanding())))
                    .retryAfter(Duration.ofSeconds(1));
        }
        return Takedown.of(done.article(), nodes);
    }
}
