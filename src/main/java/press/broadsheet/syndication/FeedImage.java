package press.broadsheet.syndication;

import java.util.Locale;
import java.util.Map;

import press.broadsheet.media.Image;
import press.broadsheet.rendering.XmlText;
import press.broadsheet.site.Site;

/**
 * A picture as feeds show it.
 *
 * @param type its media type, as the end of its address tells; null if that tells nothing
 * @param width in pixels; null if unknown
 * @param height in pixels; null if unknown
 */
public record FeedImage(String url, String type, Integer width, Integer height, String alt, String credit) {
    private static final Map<String, String> TYPES = Map.of(
            "avif", "image/avif",
            "gif", "image/gif",
            "jpeg", "image/jpeg",
            "jpg", "image/jpeg",
            "png", "image/png",
            "svg", "image/svg+xml",
            "webp", "image/webp");

    /** Null for no picture. */
    static FeedImage of(Image image, Site site) {
        return image == null
                ? null
                : new FeedImage(
                        XmlText.legal(site.absolute(image.url())),
                        typeOf(image.url()),
                        image.width(),
                        image.height(),
                        XmlText.legal(image.alt()),
                        XmlText.legal(image.credit()));
    }

    private static String typeOf(String url) {
        String path = url.replaceFirst("[?#].*", "");
        return TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
