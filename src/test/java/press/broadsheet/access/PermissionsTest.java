package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

/** Who may call what, held against {@code permissions.csv}: an operation that has no row there fails. */
@QuarkusTest
class PermissionsTest {
    private final PermissionTable table = new PermissionTable();
    private final Newsroom newsroom;

    PermissionsTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void enrol() {
        newsroom.clear();
        Callers.enrol(newsroom);
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("press.broadsheet");

        assertThat(table.operations())
                .containsExactlyInAnyOrderElementsOf(code.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(PermissionsTest::operation)
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> an_operation_lets_in_whom_the_table_says() {
        return table.cells()
                .map(cell -> dynamicTest(cell.toString(), () -> {
                    int status = cell.send().statusCode();
                    if (cell.passes()) {
                        assertThat(status).isNotIn(401, 403).isLessThan(500);
                    } else {
                        assertThat(status).isEqualTo(cell.refusal());
                    }
                }));
    }

    @Test
    void what_an_operation_answers_to_the_holder_of_a_key_is_kept_by_no_cache() {
        assertThat(table.cells().filter(cell -> cell.caller() == Callers.ADMIN))
                .allSatisfy(cell -> assertThat(cell.send().header("Cache-Control"))
                        .as(cell.toString())
                        .isIn("no-store", "private, no-store"));
    }

    @Test
    void who_may_call_a_method_that_does_not_say_so_is_nobody() {
        assertThat(given().get(UnguardedProbeResource.PATH).statusCode()).isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(Callers.ADMIN.key())
                        .get(UnguardedProbeResource.PATH)
                        .statusCode())
                .isEqualTo(403);
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

    private static String operation(JavaMethod method) {
        return method.tryGetAnnotationOfType(Operation.class)
                .map(Operation::operationId)
                .orElseGet(method::getFullName);
    }
}
