package press.broadsheet.reading;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.ArticleRepresentation;
import press.broadsheet.article.PublishedArticle;
import press.broadsheet.collection.CollectionRepository;
import press.broadsheet.engagement.CounterRepository;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.Candidate;
import press.broadsheet.listing.Cards;
import press.broadsheet.listing.Seen;
import press.broadsheet.page.PageInfo;
import press.broadsheet.ranking.Metric;
import press.broadsheet.ranking.RankedItem;
import press.broadsheet.ranking.Ranking;
import press.broadsheet.ranking.RankingRepository;
import press.broadsheet.ranking.Window;
import press.broadsheet.recommendation.Blend;
import press.broadsheet.recommendation.RecommendationList;
import press.broadsheet.recommendation.RecommendedItem;
import press.broadsheet.related.RelatedItem;
import press.broadsheet.related.RelatedLimits;
import press.broadsheet.related.RelatedList;
import press.broadsheet.related.RelatedRepository;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.site.SiteRepresentation;

/**
 * Composes the page of an article. Candidates for every box are looked for first, more than it takes; then the boxes pick, one
 * after another, what no box before them shows; then the cards of all that was picked are read at once. So no story stands twice,
 * the boxes are full, and the number of statements does not depend on their sizes.
 */
@ApplicationScoped
class PageComposing {
    /** So many candidates more than a box takes: what the boxes before it may take away, and near-duplicates. */
    private static final int SPARE = 50;

    private final CounterRepository counters;
    private final RelatedRepository related;
    private final RankingRepository rankings;
    private final CollectionRepository collections;
    private final ArticleListing listing;
    private final Cards cards;
    private final CurrentSite site;

    PageComposing(
            CounterRepository counters,
            RelatedRepository related,
            RankingRepository rankings,
            CollectionRepository collections,
            ArticleListing listing,
            Cards cards,
            CurrentSite site) {
        this.counters = counters;
        this.related = related;
        this.rankings = rankings;
        this.collections = collections;
        this.listing = listing;
        this.cards = cards;
        this.site = site;
    }

    ArticlePageRepresentation compose(PublishedArticle article, ArticlePageQuery.Sizes sizes) {
        ArticleFilter filter = ArticleFilter.in(article.language());
        List<Candidate> leading = rankings.leading(sizes.metric(), sizes.window(), filter, sizes.ranking() + SPARE);
        List<Candidate> newest =
                listing.newest(filter, SPARE + sizes.related() + sizes.ranking() + sizes.recommendations());
        ArticleListing.Neighbours beside = listing.besides(
                article, ArticleFilter.inSection(article.section().slug()));

        Seen seen = new Seen().add(article);
        List<Candidate> previous = seen.pick(1, beside.previous());
        List<Candidate> next = seen.pick(1, beside.next());
        List<Candidate> alike = related.to(article.id(), article.language(), RelatedLimits.of(sizes.related() + SPARE));
        List<Candidate> relatedPicks = seen.pick(sizes.related(), alike);
        List<Candidate> rankedPicks = seen.pick(sizes.ranking(), leading);
        List<Candidate> recommendedPicks = seen.pick(
                sizes.recommendations(),
                new Blend()
                        .add(RecommendedItem.RELATED, article.id(), alike)
                        .add(RecommendedItem.FEATURED, null, collections.featured(filter, SPARE))
                        .add(RecommendedItem.TRENDING, null, trending(sizes, leading, filter))
                        .best());
        // Last of all, so that what fills one box is not taken from where it belongs.
        seen.fill(relatedPicks, sizes.related(), newest);
        seen.fill(rankedPicks, sizes.ranking(), newest);
        seen.fill(recommendedPicks, sizes.recommendations(), newest);
        Map<UUID, ArticleCard> dealt = cards.of(Stream.of(previous, next, relatedPicks, rankedPicks, recommendedPicks)
                .flatMap(List::stream)
                .map(Candidate::article)
                .toList());

        return new ArticlePageRepresentation(
                SiteRepresentation.of(site.settings()),
                article.section().trail(),
                ArticleRepresentation.of(article, site.settings()),
                counters.of(article.id()),
                new RelatedList(RelatedItem.of(relatedPicks, dealt), PageInfo.only(sizes.related())),
                Ranking.of(
                        sizes.metric(),
                        sizes.window(),
                        rankings.standing(),
                        RankedItem.of(rankedPicks, dealt),
                        sizes.ranking()),
                new RecommendationList(
                        RecommendedItem.of(recommendedPicks, dealt), PageInfo.only(sizes.recommendations())),
                card(previous, dealt),
                card(next, dealt));
    }

    private List<Candidate> trending(ArticlePageQuery.Sizes sizes, List<Candidate> leading, ArticleFilter filter) {
        return sizes.metric() == Metric.TRENDING && sizes.window() == Window.ONE_DAY
                ? leading
                : rankings.leading(Metric.TRENDING, Window.ONE_DAY, filter, SPARE);
    }

    private static ArticleCard card(List<Candidate> side, Map<UUID, ArticleCard> dealt) {
        return side.stream().map(Candidate::article).map(dealt::get).findFirst().orElse(null);
    }
}
