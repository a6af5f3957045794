package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.OpenApiDocument;

/** {@code permissions.csv}: what each operation answers to each of {@link Callers}, {@code pass} or the status of a refusal. */
final class PermissionTable {
    private static final Path FILE = Path.of("src/test/resources/permissions.csv");
    private static final String PASS = "pass";

    private final Map<String, Map<String, String>> rows = rows();
    private final List<OpenApiDocument.Endpoint> endpoints =
            OpenApiDocument.frozen().endpoints();

    /** One operation called by one caller. */
    record Cell(String operation, String method, String path, String type, Callers caller, String expected) {
        boolean passes() {
            return expected.equals(PASS);
        }

        int refusal() {
            return Integer.parseInt(expected);
        }

        boolean isManagement() {
            return path.startsWith("/v1/manage/");
        }

        /** The request is not in order otherwise, so that whoever passes changes nothing. */
        Response send() {
            RequestSpecification request = given().redirects().follow(false);
            if (caller.key() != null) {
                request.auth().oauth2(caller.key());
            }
            if (!method.equals("GET")) {
                request.contentType(type).body("{}".getBytes(UTF_8));
            }
            return request.request(method, path);
        }

        @Override
        public String toString() {
            return operation + " by " + caller;
        }
    }

    /** The operations that have a row. */
    List<String> operations() {
        return List.copyOf(rows.keySet());
    }

    /** Every operation of the OpenAPI document by every caller; its path names what there is not. */
    Stream<Cell> cells() {
        return endpoints.stream()
                .flatMap(endpoint -> endpoint.methods().stream().flatMap(method -> {
                    String operation = endpoint.idOf(method);
                    String path = filled(endpoint.template());
                    String type = endpoint.typeOfBody(method);
                    return Arrays.stream(Callers.values())
                            .map(caller ->
                                    new Cell(operation, method, path, type, caller, expected(operation, caller)));
                }));
    }

    /** An answer that would not end is cut short by a cursor that is none. */
    private static String filled(String template) {
        return template.endsWith("/stream")
                ? template + "?cursor=nothing"
                : template.replaceAll("\\{[^}]+}", "nothing");
    }

    private String expected(String operation, Callers caller) {
        return rows.getOrDefault(operation, Map.of()).getOrDefault(caller.keyId(), "no row");
    }

    /** By operation and caller, as the first line names them. */
    private static Map<String, Map<String, String>> rows() {
        try {
            List<List<String>> lines = Files.readAllLines(FILE).stream()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            List<String> callers = lines.get(0);
            Map<String, Map<String, String>> rows = new HashMap<>();
            for (List<String> cells : lines.subList(1, lines.size())) {
                Map<String, String> row = new HashMap<>();
                for (int column = 1; column < callers.size(); column++) {
                    row.put(callers.get(column), cells.get(column));
                }
                rows.put(cells.get(0), row);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
