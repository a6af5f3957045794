package press.broadsheet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import press.broadsheet.access.PermissionTable.Cell;
import press.broadsheet.problem.Wire;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

/** No other spelling of a path of management leads there, by whomever, or past the guard. */
@QuarkusTest
class PathConfusionTest {
    private static final String BODY = "{\"name\":\"Rail\",\"type\":\"topic\",\"role\":\"admin\",\"title\":\"Rail\"}";

    private final Newsroom newsroom;

    PathConfusionTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void enrol() {
        newsroom.clear();
        Callers.enrol(newsroom);
    }

    @TestFactory
    Stream<DynamicTest> another_spelling_of_a_path_leads_nowhere() {
        return new PermissionTable()
                .cells()
                .filter(Cell::isManagement)
                .filter(cell -> Set.of(Callers.ANONYMOUS, Callers.ADMIN).contains(cell.caller()))
                .map(cell -> dynamicTest(cell.toString(), () -> {
                    long before = newsroom.lastChange();
                    assertThat(spellings(cell.path())).allSatisfy(target -> {
                        String answer = send(cell, target);
                        assertThat(answer).as(target).matches("(?s)HTTP/1\\.1 (400|401|404|405|422|428) .*");
                    });
                    assertThat(newsroom.lastChange()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_address_with_another_host_does_not_get_past_the_guard() {
        return new PermissionTable()
                .cells()
                .filter(cell -> cell.isManagement() && cell.caller() == Callers.ANONYMOUS)
                .map(cell -> dynamicTest(cell.toString(), () -> {
                    assertThat(send(cell, "http://other.example" + cell.path())).startsWith("HTTP/1.1 401 ");
                    assertThat(send(cell, "http://other.example/v1/articles" + cell.path()))
                            .matches("(?s)HTTP/1\\.1 (401|404|405) .*");
                }));
    }

    private static Stream<String> spellings(String path) {
        String rest = path.substring("/v1/manage".length());
        return Stream.concat(
                Stream.of(
                        "/" + path,
                        path + "/",
                        path + "//",
                        path + ";x",
                        path + ";x.js",
                        path + ";jsessionid=1",
                        path + "%3Bx",
                        path + "%2F",
                        path + "%5C",
                        path + "%00",
                        path + "%0Ax",
                        path + "%20",
                        path + "%252F",
                        path + "/x.css",
                        path + ".json",
                        path + "?/v1/articles",
                        path.toUpperCase(Locale.ROOT)),
                Stream.of(
                                "/v1//manage%s",
                                "/v1/manage/%s",
                                "/v1/./manage%s",
                                "/v1/sections/../manage%s",
                                "/v1/%%2e/manage%s",
                                "/v1/sections/%%2e%%2e/manage%s",
                                "/v1;x/manage%s",
                                "/v1/manage;x%s",
                                "/v1/manage%%3Bx%s",
                                "/v1%%2Fmanage%s",
                                "/v1%%5Cmanage%s",
                                "/v1/MANAGE%s",
                                "/V1/manage%s",
                                "/v1/articles/..%%2fmanage%s")
                        .map(pattern -> pattern.formatted(rest)));
    }

    private static String send(Cell cell, String target) {
        String body = cell.method().equals("GET") ? "" : BODY;
        String key = cell.caller().key();
        return Wire.send(
                cell.method() + " " + target + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                key == null ? "X-Nobody: 1" : "Authorization: Bearer " + key,
                body.isEmpty()
                        ? "X-Nothing: 1"
                        : "Content-Type: " + cell.type() + "\r\nContent-Length: " + body.length(),
                "",
                body);
    }
}
