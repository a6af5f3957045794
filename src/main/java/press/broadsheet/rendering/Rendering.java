package press.broadsheet.rendering;

import java.lang.annotation.Annotation;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Writes what is {@link Rendered}. */
class Rendering {
    /** After {@code caching} has noted what the answer is made of, and before anything that wants to see its bytes. */
    private static final int PRIORITY = Priorities.USER + 50;

    private static final Annotation[] NONE = {};

    @ServerResponseFilter(priority = PRIORITY)
    public void render(ContainerResponseContext response) {
        if (response.getEntity() instanceof Rendered rendered) {
            response.setEntity(rendered.rendition(), NONE, rendered.mediaType());
        }
    }
}
