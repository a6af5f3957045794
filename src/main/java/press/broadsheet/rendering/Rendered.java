package press.broadsheet.rendering;

import jakarta.ws.rs.core.MediaType;

/** What a resource returns to be written in a form of its own; see {@link Rendering}. */
public interface Rendered {
    /** The form. */
    MediaType mediaType();

    /** What goes out: the bytes, or a record that is written as JSON. */
    Object rendition();
}
