package press.broadsheet.html;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.TemplateInstance;

/**
 * A page or a file of one, as it is sent. No content is in it, so it stays as it is until another version of this server runs.
 *
 * @param text UTF-8
 */
public record HtmlPage(String text) implements Fixed {
    /** The media type of pages. */
    public static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** A page, written. */
    public static HtmlPage of(TemplateInstance template) {
        return new HtmlPage(template.render());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
