package press.broadsheet.edge;

import java.io.IOException;

import jakarta.ws.rs.container.ContainerResponseContext;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import press.broadsheet.problem.Pretty;
import press.broadsheet.problem.Problem;

/**
 * Two things for which the bytes of a JSON answer must be known before it is sent: indenting it, and stating on a HEAD the
 * length that a GET would have (RFC 9110, 9.3.2), which the REST stack leaves out.
 */
class AnswerBodies {
    private final ObjectMapper json;

    AnswerBodies(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    public void prepare(ContainerResponseContext answer, RoutingContext context) throws IOException {
        HttpServerRequest request = context.request();
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (head && !answer.hasEntity() && answer.getStatus() != 204 && answer.getStatus() != 304) {
            context.response().putHeader("Content-Length", "0");
        }
        // Of what is compressed on its way the length is not known beforehand; problems never are.
        boolean counted = head && (isProblem(answer) || !request.headers().contains("Accept-Encoding"));
        boolean pretty = Pretty.isAskedFor(request.query()) && !isProblem(answer);
        if ((!counted && !pretty) || !answer.hasEntity() || !isJson(answer)) {
            return;
        }
        byte[] bytes = answer.getEntity() instanceof byte[] ready ? ready : json.writeValueAsBytes(answer.getEntity());
        byte[] shown = pretty ? Pretty.indented(bytes) : bytes;
        answer.setEntity(shown);
        if (counted) {
            context.response().putHeader("Content-Length", Integer.toString(shown.length));
        }
    }

    /** Not of a stream of JSON lines. */
    private static boolean isJson(ContainerResponseContext answer) {
        String subtype =
                answer.getMediaType() == null ? "" : answer.getMediaType().getSubtype();
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    /** Problems are indented where they are written. */
    private static boolean isProblem(ContainerResponseContext answer) {
        return answer.getMediaType() != null && answer.getMediaType().toString().startsWith(Problem.MEDIA_TYPE);
    }
}
