package press.broadsheet.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps what clients write into paths out of the metrics. They name requests by the template of the resource that answers; a
 * request that is answered before that, or by none, would be named by its path: anybody could read there what others had asked
 * for, drafts by name among it, and fill the hundred names that the metrics take.
 */
@ApplicationScoped
class MetricPaths {
    /** Before whatever answers. */
    private static final int PRIORITY = 20_000;

    /** Where Quarkus's metrics look for the template, and its REST stack puts it later. */
    private static final String TEMPLATE = "UrlPathTemplate";

    void register(@Observes Filters filters) {
        filters.register(this::name, PRIORITY);
    }

    private void name(RoutingContext context) {
        String path = context.request().path();
        Context request = Vertx.currentContext();
        if (request != null && !isOfOperators(path)) {
            request.putLocal(TEMPLATE, "/other");
        }
        context.next();
    }

    /** Health and the metrics themselves are not counted, which their path decides. */
    private static boolean isOfOperators(String path) {
        return path != null && path.startsWith("/q/");
    }
}
