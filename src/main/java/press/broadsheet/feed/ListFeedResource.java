package press.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import press.broadsheet.caching.Fresh;
import press.broadsheet.collection.Collection;
import press.broadsheet.collection.CollectionRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.ArticleQuery;
import press.broadsheet.listing.Candidate;
import press.broadsheet.listing.Seen;
import press.broadsheet.naming.Names;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.query.Arguments;
import press.broadsheet.ranking.Metric;
import press.broadsheet.ranking.RankingRepository;
import press.broadsheet.ranking.Window;
import press.broadsheet.search.Searching;
import press.broadsheet.syndication.FeedFormat;

@Path("/feeds")
@PermitAll
@Produces({FeedFormat.RSS_TYPE, FeedFormat.ATOM_TYPE, FeedFormat.JSON_TYPE})
@APIResponse(
        responseCode = "200",
        description = "RSS 2.0, Atom or JSON Feed 1.1, as the address ends",
        content = {
            @Content(mediaType = FeedFormat.RSS_TYPE, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = FeedFormat.ATOM_TYPE, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = FeedFormat.JSON_TYPE, schema = @Schema(type = SchemaType.OBJECT))
        })
@Tag(name = "Feeds")
class ListFeedResource {
    /** Of one story there may be a few; looking for more than are shown keeps the list full. */
    private static final int SPARE = 20;

    private final FeedMaking feeds;
    private final CollectionRepository collections;
    private final RankingRepository rankings;
    private final ArticleListing listing;
    private final Searching searching;
    private final Names names;

    ListFeedResource(
            FeedMaking feeds,
            CollectionRepository collections,
            RankingRepository rankings,
            ArticleListing listing,
            Searching searching,
            Names names) {
        this.feeds = feeds;
        this.collections = collections;
        this.rankings = rankings;
        this.listing = listing;
        this.searching = searching;
        this.names = names;
    }

    @GET
    @Path("collections/{ref}.{format}")
    @Operation(operationId = "getCollectionFeed", summary = "A list that editors order by hand, as a feed")
    public Feed ofCollection(Reference ref, FeedFormat format, @BeanParam FeedQuery feed) {
        FeedQuery.Choice choice = feed.read(format);
        Collection collection = collections.referredToBy(ref).orElseThrow(() -> names.missing(collections, ref));
        List<UUID> articles = collections.articlesOf(collection, choice.limit());
        return feeds.of(Topic.of(collection, feeds.site()), articles, choice);
    }

    @GET
    @Path("rankings/{metric}.{format}")
    @Fresh(seconds = 60)
    @Operation(operationId = "getRankingFeed", summary = "What readers read or like most, as a feed")
    public Feed ofRanking(
            @RestPath
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"most-viewed", "most-liked", "trending"}))
                    String metric,
            FeedFormat format,
            @BeanParam RankingFeedQuery query,
            @BeanParam FeedQuery feed) {
        if (!Metric.codes().contains(metric)) {
            throw ProblemException.noSuch("ranking", metric);
        }
        Arguments arguments = new Arguments();
        FeedQuery.Choice choice = feed.read(format, arguments);
        Window window = query.window(arguments);
        ArticleFilter filter = query.filter(arguments);
        arguments.verify();

        Instant asOf = rankings.standing().asOf();
        int most = choice.limit() + SPARE;
        List<Candidate> leading = rankings.leading(Metric.of(metric), window, filter, most);
        List<UUID> picked = new Seen()
                .pick(choice.limit(), leading, listing.newest(filter, most)).stream()
                        .map(Candidate::article)
                        .toList();
        return feeds.of(Topic.of(Metric.of(metric), feeds.site()), picked, choice)
                .asOf(asOf);
    }

    @GET
    @Path("search.{format}")
    @Operation(operationId = "getSearchFeed", summary = "What a search finds, the best of it, as a feed")
    public Feed ofSearch(FeedFormat format, @BeanParam ArticleQuery query, @BeanParam FeedQuery feed) {
        Arguments arguments = new Arguments();
        FeedQuery.Choice choice = feed.read(format, arguments);
        ArticleFilter filter = ArticleFilter.read(query, arguments);
        List<UUID> found = searching.best(query.q(), filter, choice.limit(), arguments);
        return feeds.of(Topic.ofSearch(filter.words(), feeds.site()), found, choice);
    }
}
