package press.broadsheet.reading;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.ArticleRepresentation;
import press.broadsheet.caching.Keyed;
import press.broadsheet.engagement.Counters;
import press.broadsheet.ranking.Ranking;
import press.broadsheet.recommendation.RecommendationList;
import press.broadsheet.related.RelatedList;
import press.broadsheet.section.Crumb;
import press.broadsheet.site.SiteRepresentation;

/** All that an article's page shows, in one answer; no story stands twice over all of it. */
@Schema(name = "WholePage", description = "All that an article's page shows; no story stands twice over all of it")
public record ArticlePageRepresentation(
        SiteRepresentation site,

        @Schema(description = "Sections from the root to the article's")
        List<Crumb> breadcrumb,

        ArticleRepresentation article,
        Counters counters,
        RelatedList related,
        Ranking ranking,
        RecommendationList recommendations,

        @Schema(description = "The older one beside it in its section", nullable = true)
        ArticleCard previous,

        @Schema(description = "The newer one beside it in its section", nullable = true)
        ArticleCard next)
        implements Keyed {

    @Override
    public Stream<String> keys() {
        return Stream.of(site.keys(), article.keys(), related.keys(), recommendations.keys())
                .flatMap(keys -> keys)
                .distinct();
    }

    @Override
    public Instant lastModified() {
        return counters.asOf();
    }
}
