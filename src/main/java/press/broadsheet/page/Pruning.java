package press.broadsheet.page;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import press.broadsheet.query.Fields;

/**
 * Leaves out of an answer what {@code fields} does not name; of a page, out of each of its items. Whoever comes after this
 * step, validators for instance, sees the tree that goes over the wire and no record any more.
 */
class Pruning {
    /** After {@link PageLinks}, which must see the page, and before what turns answers into bytes. */
    private static final int PRIORITY = Priorities.USER + 50;

    private final ObjectMapper json;

    Pruning(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter(priority = PRIORITY)
    public void prune(ContainerResponseContext response, UriInfo uri) {
        String fields = uri.getQueryParameters().getFirst("fields");
        if (fields == null || response.getStatus() != 200 || !(response.getEntity() instanceof Record answer)) {
            return;
        }
        JsonNode tree = json.valueToTree(answer);
        if (answer instanceof Paged) {
            tree.path("items").forEach(item -> Fields.prune((ObjectNode) item, fields));
        } else {
            Fields.prune((ObjectNode) tree, fields);
        }
        response.setEntity(tree);
    }
}
