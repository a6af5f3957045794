package press.broadsheet.reading;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;

/** What stands at a path of the site. */
@Schema(description = "What stands at a path of the site")
public record Resolution(
        @Schema(description = "The path that was asked for", examples = "/news/city/sea-wall")
        String path,

        Kind kind,

        @Schema(description = "What stands there, or where it moved to; null where nothing does", nullable = true)
        UUID id,

        @Schema(description = "Its slug now", nullable = true, examples = "sea-wall")
        String slug,

        @Schema(description = "Its path now; differs from `path` if it moved", nullable = true)
        String location)
        implements Keyed {

    /** What a path leads to. */
    public enum Kind {
        ARTICLE,
        SECTION,
        TAG,
        /** What stood there stands at another path. */
        MOVED,
        /** There was something, which was taken back or deleted. */
        GONE,
        NOTHING;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Resolution gone(String path) {
        return new Resolution(path, Kind.GONE, null, null, null);
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.ARTICLES, Keys.SECTIONS, Keys.TAGS);
    }
}
