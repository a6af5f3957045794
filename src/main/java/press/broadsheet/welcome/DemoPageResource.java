package press.broadsheet.welcome;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.caching.Fresh;
import press.broadsheet.collection.CollectionRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.html.ContentPolicy;
import press.broadsheet.html.Html;
import press.broadsheet.html.HtmlPage;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.Candidate;
import press.broadsheet.listing.Cards;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.site.CurrentSite;

/** A reader's page of an article: the same page for all of them, which asks the API for the article in its address. */
@Path("/demo")
@PermitAll
class DemoPageResource {
    private final DemoPageConfig config;
    private final CollectionRepository collections;
    private final ArticleListing listing;
    private final Cards cards;
    private final CurrentSite site;

    DemoPageResource(
            DemoPageConfig config,
            CollectionRepository collections,
            ArticleListing listing,
            Cards cards,
            CurrentSite site) {
        this.config = config;
        this.collections = collections;
        this.listing = listing;
        this.cards = cards;
        this.site = site;
    }

    @GET
    @Html(ContentPolicy.READER)
    @Produces(HtmlPage.TYPE)
    @Operation(operationId = "getDemo", hidden = true)
    public Response start() {
        requireEnabled();
        return first().map(slug -> Response.status(Response.Status.FOUND).header(HttpHeaders.LOCATION, "/demo/" + slug))
                .orElseGet(() -> Response.ok(HtmlPage.of(new Demo())))
                .build();
    }

    @GET
    @Path("{ref}")
    @Html(ContentPolicy.READER)
    @Produces(HtmlPage.TYPE)
    @Fresh(seconds = 60, announced = true)
    @Operation(operationId = "getDemoPage", hidden = true)
    public HtmlPage page(Reference ref) {
        requireEnabled();
        return HtmlPage.of(new Demo());
    }

    private void requireEnabled() {
        if (!config.enabled()) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "The demonstration page is switched off here.");
        }
    }

    /** What the editors feature first, or else the newest. */
    private Optional<String> first() {
        ArticleFilter filter = ArticleFilter.in(site.settings().language());
        List<UUID> best = Stream.of(collections.featured(filter, 1), listing.newest(filter, 1))
                .flatMap(List::stream)
                .map(Candidate::article)
                .limit(1)
                .toList();
        return cards.of(best).values().stream().map(ArticleCard::slug).findFirst();
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Demo() implements TemplateInstance {}
}
