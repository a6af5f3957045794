package press.broadsheet.recommendation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.article.ArticleCard;
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
import press.broadsheet.related.RelatedLimits;
import press.broadsheet.related.RelatedRepository;

@Path("/v1/recommendations")
@PermitAll
@Tag(name = "Lists")
class RecommendationResource {
    private static final int LOOKED_AT = 100;
    private static final int RELATED_TO_EACH = 30;

    /** Of what a reader has seen, the first few say most of what follows; each costs a statement. */
    private static final int SEEN_LOOKED_AT = 3;

    /** So many times more than are shown are picked from, for variety. */
    private static final int CHOICE = 3;

    private final RelatedRepository related;
    private final CollectionRepository collections;
    private final RankingRepository rankings;
    private final ArticleListing listing;
    private final Cards cards;

    RecommendationResource(
            RelatedRepository related,
            CollectionRepository collections,
            RankingRepository rankings,
            ArticleListing listing,
            Cards cards) {
        this.related = related;
        this.collections = collections;
        this.rankings = rankings;
        this.listing = listing;
        this.cards = cards;
    }

    @GET
    @Fresh(seconds = 5)
    @Operation(
            operationId = "listRecommendations",
            summary =
                    "What a reader might read next: related to what was seen, featured by the editors, trending; mixed sections")
    public RecommendationList list(@BeanParam RecommendationQuery query) {
        Arguments arguments = new Arguments();
        int limit = query.limit(arguments);
        boolean explain = query.explain(arguments);
        List<UUID> seen = query.seen(arguments);
        ArticleFilter filter = query.filter(arguments, seen);
        arguments.verify();

        Blend blend = blend(seen, filter);
        // Where nothing was seen, the editors' order stands.
        List<Candidate> first = seen.isEmpty() ? blend.of(RecommendedItem.FEATURED) : List.of();
        List<Candidate> pool = new Seen().pick(CHOICE * limit, first, blend.best(), listing.newest(filter, LOOKED_AT));
        Map<UUID, ArticleCard> dealt = cards.ofPicked(pool, filter);
        List<Candidate> picked = Variety.of(pool, dealt, limit);
        List<RecommendedItem> items =
                explain ? RecommendedItem.explained(picked, dealt, blend) : RecommendedItem.of(picked, dealt);
        return new RecommendationList(items, PageInfo.only(limit));
    }

    private Blend blend(List<UUID> seen, ArticleFilter filter) {
        Blend blend = new Blend();
        Map<UUID, List<Candidate>> beside = seen.stream()
                .limit(SEEN_LOOKED_AT)
                .collect(Collectors.toMap(
                        Function.identity(),
                        article -> related.to(article, filter.lang(), RelatedLimits.NONE).candidates().stream()
                                .limit(RELATED_TO_EACH)
                                .toList(),
                        (one, same) -> one,
                        LinkedHashMap::new));
        Set<UUID> allowed = matching(beside.values(), filter);
        beside.forEach((article, candidates) -> blend.add(
                RecommendedItem.RELATED,
                article,
                candidates.stream()
                        .filter(candidate -> allowed.contains(candidate.article()))
                        .toList()));
        return blend.add(RecommendedItem.FEATURED, null, collections.featured(filter, LOOKED_AT))
                .add(
                        RecommendedItem.TRENDING,
                        null,
                        rankings.leading(Metric.TRENDING, Window.ONE_DAY, filter, LOOKED_AT));
    }

    /** Which of some candidates meet the filter: one statement, none without candidates. */
    private Set<UUID> matching(Collection<List<Candidate>> candidates, ArticleFilter filter) {
        List<UUID> ids = candidates.stream()
                .flatMap(List::stream)
                .map(Candidate::article)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Set.of()
                : listing.newest(filter.only(ids), ids.size()).stream()
                        .map(Candidate::article)
                        .collect(Collectors.toSet());
    }
}
