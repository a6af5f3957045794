package press.broadsheet.html;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Makes pages the bytes from which validators are made, and says on each, also on a 304, what it may load. */
class HtmlAnswers {
    /** Response filters run from high to low: after `caching` has seen what the resource returned, and before it hashes bytes. */
    private static final int WRITE = Priorities.USER;

    /** After `caching` has set its headers. */
    private static final int VARY = Priorities.HEADER_DECORATOR;

    @ServerResponseFilter(priority = WRITE)
    public void write(ContainerResponseContext answer, ResourceInfo resource) {
        if (answer.getEntity() instanceof HtmlPage page) {
            answer.setEntity(page.bytes());
        }
        Html html = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(Html.class);
        if (html != null) {
            answer.getHeaders()
                    .putSingle("Content-Security-Policy", html.value().header());
        }
    }

    @Negotiated
    @ServerResponseFilter(priority = VARY)
    public void vary(ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
    }
}
