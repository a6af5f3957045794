package press.broadsheet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import press.broadsheet.testing.OpenApiDocument.Endpoint;

/**
 * Checks every answer that any test gets against the OpenAPI document: its status, its type and its body must stand there, and
 * what stands there must be in the body, unless the request asked for some fields only.
 * Paths that are not in the document, such as those of resources made for tests, are let by.
 */
public final class ContractFilter implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiDocument document = OpenApiDocument.frozen();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String[] target = request.getURI().replaceFirst("^https?://[^/]*", "").split("[?#]", 2);
        if (!request.getMethod().equals("OPTIONS")) {
            Set<String> parameters = parameters(target.length < 2 ? "" : target[1]);
            document.endpointAt(request.getMethod(), target[0])
                    .ifPresent(endpoint -> check(request.getMethod(), endpoint, parameters, response));
        }
        return response;
    }

    private static Set<String> parameters(String query) {
        return Stream.of(query.split("&"))
                .filter(parameter -> !parameter.endsWith("=false"))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .collect(Collectors.toSet());
    }

    private void check(String method, Endpoint endpoint, Set<String> parameters, Response response) {
        String what = "%s %s answered %d".formatted(method, endpoint.template(), response.statusCode());
        String documented = method.equals("HEAD") ? "GET" : method;
        if (!endpoint.has(documented)) {
            assertThat(response.statusCode())
                    .as("%s, a method that is not documented", what)
                    .isIn(405, 501);
            return;
        }
        JsonNode answer = endpoint.answer(documented, response.statusCode());
        assertThat(answer.isMissingNode())
                .as("%s, a status that is not documented", what)
                .isFalse();
        byte[] body = response.asByteArray();
        if (body.length > 0) {
            String type = response.contentType().replaceFirst(";.*", "");
            JsonNode content = answer.path("content").path(type);
            assertThat(content.isMissingNode())
                    .as("%s as %s, a type that is not documented", what, type)
                    .isFalse();
            assertThat(document.faultsOfAnswer(content.path("schema"), read(type, body), parameters))
                    .as("%s, and its body breaks the schema", what)
                    .isEmpty();
        }
    }

    /** Of types that are not JSON, such as lines of it, the body is a text. */
    private static JsonNode read(String type, byte[] body) {
        try {
            return type.equals("application/json") || type.endsWith("+json")
                    ? JSON.readTree(body)
                    : TextNode.valueOf(new String(body, UTF_8));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
