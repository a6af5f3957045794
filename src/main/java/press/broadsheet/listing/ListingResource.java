package press.broadsheet.listing;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.ArticleFinding;
import press.broadsheet.article.Included;
import press.broadsheet.article.PublishedArticle;
import press.broadsheet.article.PublishedArticleRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageQuery;
import press.broadsheet.page.PageRequest;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Fields;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.site.Site;

@Path("/v1/articles")
@PermitAll
@Tag(name = "Articles")
class ListingResource {
    private static final Fields FIELDS = Fields.of(ArticleCard.class);

    private final ArticleListing listing;
    private final ArticleFinding articles;
    private final PublishedArticleRepository published;
    private final Cards cards;
    private final CurrentSite site;

    ListingResource(
            ArticleListing listing,
            ArticleFinding articles,
            PublishedArticleRepository published,
            Cards cards,
            CurrentSite site) {
        this.listing = listing;
        this.articles = articles;
        this.published = published;
        this.cards = cards;
        this.site = site;
    }

    @GET
    @Operation(operationId = "listArticles", summary = "Published articles, the newest first")
    public ArticlePage list(
            @BeanParam ArticleQuery query,
            @BeanParam PageQuery paging,
            @RestQuery @Parameter(description = Fields.DESCRIPTION) String fields,
            @RestQuery @Parameter(description = Included.DESCRIPTION) String include) {
        Arguments arguments = new Arguments();
        ArticleFilter filter = ArticleFilter.read(query, arguments);
        PageRequest request = paging.read(arguments, ListingSql.sorting(filter), filter.toString());
        Fields wanted = FIELDS.read(arguments, fields);
        Set<String> included = arguments.someOf("include", include, Included.NAMES);
        arguments.verify();

        Page<UUID> ids = listing.page(filter, request);
        List<PublishedArticle> found = published.inOrder(ids.items(), included.contains(Included.BODIES));
        Site settings = site.settings();
        return new ArticlePage(
                found.stream()
                        .map(article -> ArticleCard.of(article, settings, wanted))
                        .toList(),
                ids.page(),
                Included.of(found, included));
    }

    @GET
    @Path("{ref}/adjacent")
    @Operation(operationId = "getAdjacentArticles", summary = "What was published just before and after an article")
    public Adjacent adjacent(Reference ref, @BeanParam ArticleQuery query) {
        Arguments arguments = new Arguments();
        ArticleFilter filter = ArticleFilter.read(query, arguments);
        arguments.verify();

        PublishedArticle article = articles.find(ref, false);
        return Adjacent.of(listing.besides(article, filter), new Seen().add(article), cards);
    }
}
