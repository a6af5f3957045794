package press.broadsheet.listing;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.Included;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of a list of articles. */
@Schema(description = "A page of a list of articles")
public record ArticlePage(
        List<ArticleCard> items,
        PageInfo page,

        @Schema(description = "What include= asked for") @JsonInclude(JsonInclude.Include.NON_NULL)
        Included included)
        implements Paged, Keyed {

    @Override
    public Stream<String> keys() {
        Stream<String> own = Stream.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS);
        return included == null ? own : Stream.concat(own, included.keys());
    }
}
