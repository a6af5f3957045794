package press.broadsheet.sitemap;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.caching.Fresh;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.site.Site;

/** At the root, since a sitemap speaks for addresses below its own. */
@Path("/")
@PermitAll
@Produces(MediaType.APPLICATION_XML)
@APIResponse(
        responseCode = "200",
        description = "A document of the sitemap protocol",
        content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
@Tag(name = "Feeds")
class SitemapResource {
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private final SitemapRepository sitemaps;
    private final CurrentSite site;
    private final Clock clock;
    private final String server;

    SitemapResource(
            SitemapRepository sitemaps,
            CurrentSite site,
            Clock clock,
            @ConfigProperty(name = "broadsheet.url") String server) {
        this.sitemaps = sitemaps;
        this.site = site;
        this.clock = clock;
        this.server = server;
    }

    @GET
    @Path("sitemap.xml")
    @Operation(operationId = "getSitemapIndex", summary = "The sitemaps that there are, one for each month")
    public SitemapIndex index() {
        List<String> files = sitemaps.months().stream()
                .map(month -> server + "/sitemap-" + month + ".xml")
                .toList();
        return new SitemapIndex(files);
    }

    @GET
    @Path("sitemap-{month}.xml")
    @Operation(operationId = "getSitemap", summary = "The pages of the articles that were published in a month")
    public MonthSitemap ofMonth(String month) {
        if (!MONTH.matcher(month).matches()) {
            throw ProblemException.noSuch("sitemap", month);
        }
        YearMonth wanted = YearMonth.parse(month);
        Site settings = site.settings();
        List<MonthSitemap.Page> pages = sitemaps.pagesOf(wanted, settings.url());
        if (pages.isEmpty()) {
            throw ProblemException.noSuch("sitemap", month);
        }
        return new MonthSitemap(wanted, settings, pages);
    }

    @GET
    @Path("sitemap-news.xml")
    @Fresh(seconds = 60)
    @Operation(operationId = "getNewsSitemap", summary = "The articles of the last two days, as news")
    public NewsSitemap news() {
        Site settings = site.settings();
        return new NewsSitemap(settings, sitemaps.news(settings.url()), clock.instant());
    }
}
