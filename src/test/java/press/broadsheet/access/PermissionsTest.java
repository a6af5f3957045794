package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/**
 * Who may call what, held against {@code permissions.csv}: an operation that has no row there fails. The requests are not in
 * order otherwise, so that those who pass change nothing.
 */
@QuarkusTest
class PermissionsTest {
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private static final String MERGE_PATCH = "application/merge-patch+json;charset=utf-8";

    private final Newsroom newsroom;

    @TestHTTPResource
    URI server;

    PermissionsTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** How an operation is called. */
    private record Call(String method, String path) {}

    @BeforeEach
    void enrol() {
        newsroom.clear();
        Callers.enrol(newsroom);
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() throws IOException {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("press.broadsheet");

        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(code.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(PermissionsTest::operation)
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> an_operation_lets_in_whom_the_table_says() throws IOException {
        Map<String, Call> calls = calls();
        return rows().entrySet().stream().flatMap(row -> Stream.of(Callers.values())
                .map(caller -> dynamicTest(row.getKey() + " by " + caller, () -> {
                    Call call = calls.get(row.getKey());
                    int status = call(call, caller);
                    String expected =
                            row.getValue().get(List.of(Callers.values()).indexOf(caller));
                    if ("pass".equals(expected)) {
                        assertThat(status).isNotIn(REFUSED).isLessThan(500);
                    } else {
                        assertThat(status).isEqualTo(Integer.parseInt(expected));
                    }
                })));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/manage/tags",
                "/v1//manage/tags",
                "/v1/manage//tags",
                "/v1/manage/tags/",
                "/v1/manage/tags//",
                "/v1/./manage/tags",
                "/v1/manage/./tags",
                "/v1/sections/../manage/tags",
                "/v1/manage/%2e/tags",
                "/v1/sections/%2e%2e/manage/tags",
                "/v1;x/manage/tags",
                "/v1/manage;x/tags",
                "/v1/manage/tags;x",
                "/v1/manage/tags;jsessionid=1",
                "/v1/manage/tags%3Bx",
                "/v1/manage%2Ftags",
                "/v1%2Fmanage%2Ftags",
                "/v1/manage/tags%2F",
                "/v1/manage%5Ctags",
                "/v1/manage/tags%00",
                "/v1/manage/tags%20",
                "/v1/manage/tags%252F",
                "/V1/manage/tags",
                "/v1/MANAGE/tags",
                "/v1/manage/Tags",
                "/v1/manage/tags.json",
                "/v1/manage/tags?/v1/tags"
            })
    void no_other_spelling_of_a_path_leads_there(String path) throws IOException, InterruptedException {
        for (Callers caller : Callers.values()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(server.toString().replaceAll("/$", "") + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"type\": \"topic\", \"name\": \"Rail\"}"));
            if (caller.key() != null) {
                request.header("Authorization", "Bearer " + caller.key());
            }
            int status = HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.discarding())
                    .statusCode();

            assertThat(status).as(caller.name()).isBetween(400, 499);
        }
        assertThat(newsroom.rows("select 1 from tag")).isEmpty();
    }

    @Test
    void an_editor_writes_content_and_only_an_admin_the_settings() {
        Map<String, Object> site = Map.of(
                "name", "N", "url", "https://n.example", "language", "en", "timeZone", "UTC", "reactions", List.of());

        given().auth()
                .oauth2(Callers.EDITOR.key())
                .contentType("application/json")
                .body(Map.of("name", "News"))
                .post("/v1/manage/sections")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(Callers.EDITOR.key())
                .contentType("application/json")
                .body(site)
                .put("/v1/manage/site")
                .then()
                .statusCode(403);
        assertThat(Newsroom.read("/v1/site").getString("name")).isEqualTo("The Test");
    }

    private static int call(Call call, Callers caller) {
        RequestSpecification request = given().redirects().follow(false);
        if (caller.key() != null) {
            request.auth().oauth2(caller.key());
        }
        if (!"GET".equals(call.method())) {
            request.contentType("PATCH".equals(call.method()) ? MERGE_PATCH : "application/json")
                    .body("{}");
        }
        return request.request(call.method(), call.path()).statusCode();
    }

    private static String operation(JavaMethod method) {
        return method.tryGetAnnotationOfType(Operation.class)
                .map(Operation::operationId)
                .orElseGet(method::getFullName);
    }

    /** The operations of the OpenAPI document by their ids, their path parameters filled with what there is not. */
    private static Map<String, Call> calls() {
        Map<String, Map<String, Object>> paths =
                given().accept(ContentType.JSON).get("/openapi").jsonPath().getMap("paths");
        Map<String, Call> calls = new HashMap<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described) {
                calls.put(
                        String.valueOf(described.get("operationId")),
                        new Call(method.toUpperCase(Locale.ROOT), filled(path)));
            }
        }));
        return calls;
    }

    /** An answer that would not end is cut short by a cursor that is none. */
    private static String filled(String path) {
        return path.endsWith("/stream") ? path + "?cursor=nothing" : path.replaceAll("\\{[^}]+}", "nothing");
    }

    /** What each operation answers to each of {@link Callers}. */
    private static Map<String, List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/permissions.csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> cells.subList(1, cells.size())));
    }
}
