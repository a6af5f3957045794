package press.broadsheet.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a page stands in its list. */
@Schema(description = "Where this page stands in the list")
public record PageInfo(
        @Schema(description = "The most items that a page of this request has", examples = "20")
        int limit,

        @Schema(description = "Send it as `cursor` for the next page; null at the end of the list", nullable = true)
        String next,

        @Schema(description = "Send it as `cursor` for the page before; null at the start of the list", nullable = true)
        String prev,

        @Schema(description = "The size of the whole list; only there if `count` asks for it")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Total total) {

    /** For a list that is no longer than one page: a ranking, for instance. */
    public static PageInfo only(int limit) {
        return new PageInfo(limit, null, null, null);
    }
}
