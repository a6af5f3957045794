package press.broadsheet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import press.broadsheet.testing.OpenApiDocument.Endpoint;

/**
 * Checks every answer that any test gets against the OpenAPI document: its status, its type and its body must stand there.
 * Paths that are not in the document, such as those of resources made for tests, are let by.
 */
public final class ContractFilter implements Filter {
    private final OpenApiDocument document = OpenApiDocument.frozen();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = request.getURI().replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*$", "");
        if (!request.getMethod().equals("OPTIONS")) {
            document.endpointAt(path).ifPresent(endpoint -> check(request.getMethod(), endpoint, response));
        }
        return response;
    }

    private void check(String method, Endpoint endpoint, Response response) {
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
            assertThat(document.faults(content.path("schema"), body))
                    .as("%s, and its body breaks the schema", what)
                    .isEmpty();
        }
    }
}
