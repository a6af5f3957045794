package press.broadsheet.reading;

import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import press.broadsheet.page.PageInfo;
import press.broadsheet.ranking.Metric;
import press.broadsheet.ranking.RankedItem;
import press.broadsheet.ranking.Ranking;
import press.broadsheet.ranking.RankingRepository;
import press.broadsheet.ranking.RankingRepository.Wanted;
import press.broadsheet.ranking.Window;
import press.broadsheet.recommendation.Blend;
import press.broadsheet.recommendation.RecommendationList;
import press.broadsheet.recommendation.RecommendedItem;
import press.broadsheet.related.Nearby;
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
        PagePicks picks = PagePicks.of(article, choice(article, sizes, filter), sizes);
        Map<UUID, ArticleCard> dealt = cards.ofPicked(picks.neighbours(), picks.inBoxes(), filter);
        return new ArticlePageRepresentation(
                SiteRepresentation.of(site.settings()),
                article.section().trail(),
                ArticleRepresentation.of(article, site.settings()),
                counters.of(article.id()),
                new RelatedList(RelatedItem.of(picks.related(), dealt), PageInfo.only(sizes.related())),
                Ranking.of(
                        sizes.metric(),
                        sizes.window(),
                        rankings.standing(),
                        RankedItem.of(picks.ranking(), dealt),
                        sizes.ranking()),
                new RecommendationList(
                        RecommendedItem.of(picks.recommendations(), dealt), PageInfo.only(sizes.recommendations())),
                card(picks.previous(), dealt),
                card(picks.next(), dealt));
    }

    private PagePicks.Choice choice(PublishedArticle article, ArticlePageQuery.Sizes sizes, ArticleFilter filter) {
        List<List<Candidate>> leading = rankings.leading(
                List.of(
                        new Wanted(sizes.metric(), sizes.window(), sizes.ranking() + SPARE),
                        new Wanted(Metric.TRENDING, Window.ONE_DAY, SPARE)),
                filter);
        Nearby nearby = related.to(article.id(), article.language(), RelatedLimits.NONE);
        List<Candidate> newest =
                listing.newest(filter, SPARE + sizes.related() + sizes.ranking() + sizes.recommendations());
        Blend recommended = new Blend()
                .add(RecommendedItem.RELATED, article.id(), nearby.candidates())
                .add(RecommendedItem.FEATURED, null, collections.featured(filter, SPARE))
                .add(RecommendedItem.TRENDING, null, leading.get(1));
        return new PagePicks.Choice(
                listing.besides(
                        article, ArticleFilter.inSection(article.section().slug())),
                nearby.candidates(),
                leading.get(0),
                recommended.best(),
                nearby.allowed(newest),
                newest);
    }

    private static ArticleCard card(List<Candidate> side, Map<UUID, ArticleCard> dealt) {
        return side.stream().map(Candidate::article).map(dealt::get).findFirst().orElse(null);
    }
}
