package press.broadsheet.page;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import press.broadsheet.query.QueryString;

/**
 * Gives every page its neighbours in a {@code Link} header (RFC 8288), so that a script can follow a list without reading
 * JSON. The references are relative: only a reader knows under which host and scheme the server is reached. Parameters
 * stand in alphabetical order, so that all who follow a list ask for the same URLs.
 */
class PageLinks {
    /** Before the answer is given another form: what is rendered is a page no more. */
    private static final int PRIORITY = Priorities.USER + 100;

    @ServerResponseFilter(priority = PRIORITY)
    public void link(ContainerResponseContext response, UriInfo uri) {
        if (response.getEntity() instanceof Paged paged) {
            StringJoiner links = new StringJoiner(", ").setEmptyValue("");
            PageInfo page = paged.page();
            add(links, "next", page.next(), uri);
            add(links, "prev", page.prev(), uri);
            if (uri.getQueryParameters().containsKey("cursor")) {
                add(links, "first", "", uri);
            }
            if (links.length() > 0) {
                response.getHeaders().add(HttpHeaders.LINK, links.toString());
            }
        }
    }

    /** @param cursor null for no link, empty for one without a cursor */
    private static void add(StringJoiner links, String relation, String cursor, UriInfo uri) {
        if (cursor == null) {
            return;
        }
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        if (cursor.isEmpty()) {
            parameters.remove("cursor");
        } else {
            parameters.put("cursor", List.of(cursor));
        }
        String path = uri.getRequestUri().getRawPath();
        links.add("<%s%s>; rel=\"%s\"".formatted(path, QueryString.of(parameters), relation));
    }
}
