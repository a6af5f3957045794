package press.broadsheet.related;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
import press.broadsheet.related.RelatedItem.SharedTag;

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

    RelatedResource(ArticleFinding articles, RelatedRepository related, ArticleListing listing, Cards cards) {
        this.articles = articles;
        this.related = related;
        this.listing = listing;
        this.cards = cards;
    }

    @GET
    @Path("{ref}/related")
    @Operation(operationId = "listRelatedArticles", summary = "What belongs beside an article, no story twice")
    public RelatedList list(Reference ref, @BeanParam RelatedQuery query) {
        Arguments arguments = new Arguments();
        int limit = query.limit(arguments);
        RelatedLimits limits = new RelatedLimits(limit + SPARE, query.minScore(arguments), query.maxAge(arguments));
        boolean explain = arguments.flag("explain", query.explain());
        UnaryOperator<String> language = query.language(arguments);
        arguments.verify();

        PublishedArticle article = articles.find(ref, false);
        String lang = language.apply(article.language());
        List<Candidate> picked = new Seen()
                .add(article)
                .pick(
                        limit,
                        related.to(article.id(), lang, limits),
                        query.isFilled() ? listing.newest(ArticleFilter.in(lang), limit + SPARE) : List.of());
        List<UUID> ids = picked.stream().map(Candidate::article).toList();
        List<RelatedItem> items = RelatedItem.of(picked, cards.of(ids));
        return new RelatedList(explain ? explained(article, ids, items) : items, PageInfo.only(limit));
    }

    private List<RelatedItem> explained(PublishedArticle article, List<UUID> ids, List<RelatedItem> items) {
        Map<UUID, List<SharedTag>> shared = related.sharedTags(article.id(), ids);
        return items.stream().map(item -> item.explained(shared)).toList();
    }
}
