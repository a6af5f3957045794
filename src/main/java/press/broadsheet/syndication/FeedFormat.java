package press.broadsheet.syndication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In what form a feed is written; the end of its address says which. */
@Schema(
        type = SchemaType.STRING,
        description = "RSS 2.0, Atom or JSON Feed 1.1",
        enumeration = {"rss", "atom", "json"},
        examples = "rss")
public enum FeedFormat {
    RSS(FeedFormat.RSS_TYPE),
    ATOM(FeedFormat.ATOM_TYPE),
    JSON(FeedFormat.JSON_TYPE);

    public static final String RSS_TYPE = "application/rss+xml";
    public static final String ATOM_TYPE = "application/atom+xml";
    public static final String JSON_TYPE = "application/feed+json";

    private final String type;

    FeedFormat(String type) {
        this.type = type;
    }

    /** By this JAX-RS makes one of the end of a path; it answers 404 where that fails. */
    public static FeedFormat fromString(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(extension));
    }

    /** What an address of it ends in. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public MediaType mediaType() {
        return MediaType.valueOf(type);
    }

    /** Bytes, or what is written as JSON. */
    public Object write(FeedHead head, List<FeedItem> items) {
        return switch (this) {
            case RSS -> RssFeed.written(head, items);
            case ATOM -> AtomFeed.written(head, items);
            case JSON -> JsonFeed.of(head, items);
        };
    }
}
