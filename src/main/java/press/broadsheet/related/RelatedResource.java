package press.broadsheet.related;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.ArticleFinding;
import press.broadsheet.article.PublishedArticle;
import press.broadsheet.content.Reference;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.Candidate;
import press.broadsheet.listing.Cards;
import press.broadsheet.listing.Seen;
import press.broadsheet.page.PageInfo;
import press.broadsheet.query.Arguments;
import press.broadsheet.related.RelatedItem.Explanation;

@Path("/v1/articles")
@PermitAll
@Tag(name = "Lists")
class RelatedResource {
    /** Of one story there may be a few; looking for more than are shown keeps the list full. */
    private static final int SPARE = 20;

    private final ArticleFinding articles;
    private final RelatedRepository related;
    private final ArticleListing listing;
    private final Cards cards;
    private final Clock clock;

    RelatedResource(
            ArticleFinding articles, RelatedRepository related, ArticleListing listing, Cards cards, Clock clock) {
        this.articles = articles;
        this.related = related;
        this.listing = listing;
        this.cards = cards;
        this.clock = clock;
    }

    @GET
    @Path("{ref}/related")
    @Operation(operationId = "listRelatedArticles", summary = "What belongs beside an article, no story twice")
    public RelatedList list(Reference ref, @BeanParam RelatedQuery query) {
        Arguments arguments = new Arguments();
        int limit = query.limit(arguments);
        RelatedLimits limits = new RelatedLimits(query.minScore(arguments), query.maxAge(arguments));
        boolean explain = arguments.flag("explain", query.explain());
        UnaryOperator<String> language = query.language(arguments);
        arguments.verify();

        PublishedArticle article = articles.find(ref, false);
        String lang = language.apply(article.language());
        Nearby nearby = related.to(article.id(), lang, limits);
        ArticleFilter filter = ArticleFilter.in(lang, limits.earliest(clock.instant()));
        List<Candidate> picked = new Seen()
                .add(article)
                .pick(
                        limit,
                        nearby.candidates(),
                        query.isFilled() ? nearby.allowed(listing.newest(filter, limit + SPARE)) : List.of());
        Map<UUID, ArticleCard> dealt = cards.ofPicked(picked, filter);
        return new RelatedList(
                RelatedItem.of(picked, dealt, explain ? explanations(article, picked, nearby) : Map.of()),
                PageInfo.only(limit));
    }

    private Map<UUID, Explanation> explanations(PublishedArticle article, List<Candidate> picked, Nearby nearby) {
        Map<Integer, String> words = related.words(article.id());
        Map<UUID, Likely> likely = nearby.byArticle();
        return picked.stream()
                .map(Candidate::article)
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> likely.containsKey(id)
                                ? Explanation.of(likely.get(id), nearby.itself(), words)
                                : Explanation.NONE));
    }
}
