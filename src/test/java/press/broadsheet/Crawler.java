package press.broadsheet;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import press.broadsheet.testing.OpenApiDocument;

/** Asks what anybody can ask: every public operation of the OpenAPI document, with every parameter that it names. */
final class Crawler {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.frozen();
    private static final String FORMAT = "{format}";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int requests;

    /** A public GET: its path and the names of its query parameters. */
    record Read(String path, List<String> parameters) {
        boolean hasParameterInPath() {
            return PARAMETER.matcher(path).find();
        }

        String at(String reference) {
            return PARAMETER.matcher(path).replaceAll(escaped(reference));
        }
    }

    /** All but streams, which have no end: they tell what the feed of changes tells. */
    static List<Read> reads() {
        return DOCUMENT.root().path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith("/v1/manage")
                        && path.getValue().has("get")
                        && !isStream(path.getValue().path("get")))
                .flatMap(path -> formats(path.getKey()).map(read -> new Read(read, parameters(path.getValue()))))
                .toList();
    }

    /** A path once in each format that it can be asked for in. */
    private static Stream<String> formats(String path) {
        return path.contains(FORMAT)
                ? Stream.of("rss", "atom", "json").map(format -> path.replace(FORMAT, format))
                : Stream.of(path);
    }

    private static boolean isStream(JsonNode operation) {
        return DOCUMENT.followed(operation.path("responses").path("200"))
                .path("content")
                .has("text/event-stream");
    }

    private static List<String> parameters(JsonNode path) {
        return Stream.of(path.path("get").path("parameters"), path.path("parameters"))
                .flatMap(parameters -> StreamSupport.stream(parameters.spliterator(), false))
                .map(DOCUMENT::followed)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    HttpResponse<String> send(String method, String address) {
        requests++;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(method + " " + address, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Status, headers and body, but for what differs from request to request whatever is asked. */
    static String comparable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        List.of("date", "x-request-id", "age").forEach(headers::remove);
        return (answer.statusCode() + "\n" + headers + "\n" + answer.body())
                .replaceAll("dur=[0-9.]+", "")
                // How much is left tells how much was asked, not of what.
                .replaceAll("ratelimit=\\[[^]]+]", "")
                .replaceAll("\"requestId\":\"[^\"]+\"", "");
    }

    int requests() {
        return requests;
    }
}
