package press.broadsheet.ranking;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import press.broadsheet.caching.Fresh;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.Candidate;
import press.broadsheet.listing.Cards;
import press.broadsheet.listing.Seen;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.query.Arguments;

@Path("/v1/rankings")
@PermitAll
@Tag(name = "Lists")
class RankingResource {
    /** Of one story there may be a few; looking for more than are shown keeps the list full. */
    private static final int SPARE = 20;

    private final RankingRepository rankings;
    private final ArticleListing listing;
    private final Cards cards;
    private final Clock clock;

    RankingResource(RankingRepository rankings, ArticleListing listing, Cards cards, Clock clock) {
        this.rankings = rankings;
        this.listing = listing;
        this.cards = cards;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listRankings", summary = "The rankings that there are: metrics, windows, filters")
    public RankingCatalogue catalogue() {
        return RankingCatalogue.ALL;
    }

    @GET
    @Path("{metric}")
    @Fresh(seconds = 5)
    @Operation(
            operationId = "getRanking",
            summary = "What readers read or like most in a window of time, no story twice")
    public Ranking get(
            @RestPath
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"most-viewed", "most-liked", "trending"}))
                    String metric,
            @BeanParam RankingQuery query) {
        if (!Metric.codes().contains(metric)) {
            throw ProblemException.noSuch("ranking", metric);
        }
        Arguments arguments = new Arguments();
        int limit = query.limit(arguments);
        Window window = query.window(arguments);
        ArticleFilter filter = query.filter(arguments, clock.instant());
        arguments.verify();

        Standing standing = rankings.standing();
        List<Candidate> leading = rankings.leading(Metric.of(metric), window, filter, limit + SPARE);
        List<Candidate> picked = new Seen().pick(limit, leading, listing.newest(filter, limit + SPARE));
        List<RankedItem> items = RankedItem.of(picked, cards.ofPicked(picked, filter));
        return Ranking.of(Metric.of(metric), window, standing, items, limit);
    }
}
