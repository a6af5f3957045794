package press.broadsheet.recommendation;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.caching.Fresh;
import press.broadsheet.collection.CollectionRepository;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.Candidate;
import press.broadsheet.listing.Cards;
import press.broadsheet.listing.Seen;
import press.broadsheet.page.PageInfo;
import press.broadsheet.query.Arguments;
import press.broadsheet.ranking.Metric;
import press.broadsheet.ranking.RankingRepository;
import press.broadsheet.ranking.Window;

@Path("/v1/recommendations")
@PermitAll
@Tag(name = "Lists")
class RecommendationResource {
    private static final int LOOKED_AT = 100;

    private final CollectionRepository collections;
    private final RankingRepository rankings;
    private final ArticleListing listing;
    private final Cards cards;
    private final Clock clock;

    RecommendationResource(
            CollectionRepository collections,
            RankingRepository rankings,
            ArticleListing listing,
            Cards cards,
            Clock clock) {
        this.collections = collections;
        this.rankings = rankings;
        this.listing = listing;
        this.cards = cards;
        this.clock = clock;
    }

    @GET
    @Fresh(seconds = 5)
    @Operation(
            operationId = "listRecommendations",
            summary = "What a reader might read next: the editors' featured articles, then the most viewed of the day")
    public RecommendationList list(@BeanParam RecommendationQuery query) {
        Arguments arguments = new Arguments();
        int limit = query.limit(arguments);
        ArticleFilter filter = query.filter(arguments);
        arguments.verify();

        List<Candidate> picked = new Seen()
                .pick(
                        limit,
                        collections.featured(filter, LOOKED_AT),
                        rankings.leading(Metric.MOST_VIEWED, Window.ONE_DAY, clock.instant(), filter, LOOKED_AT),
                        listing.newest(filter, LOOKED_AT));
        return new RecommendationList(
                RecommendedItem.of(
                        picked, cards.of(picked.stream().map(Candidate::article).toList())),
                PageInfo.only(limit));
    }
}
