package press.broadsheet.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import press.broadsheet.testing.Newsroom;

/** Sends and fetches lines of JSON, as an admin. */
final class Sending {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Sending() {}

    static HttpResponse<String> send(String query, String lines) {
        return answer(request("/v1/manage/imports" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    static HttpResponse<String> sendAs(String key, String lines) {
        return answer(request("/v1/manage/imports")
                .setHeader("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    /** Imports lines and answers what became of them. */
    static JsonPath imported(String query, String lines) {
        HttpResponse<String> answer = send(query, lines);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return new JsonPath(answer.body());
    }

    static JsonPath imported(String lines) {
        return imported("", lines);
    }

    static String report(JsonPath imported) {
        return answer(request("/v1/manage/imports/" + imported.getString("id") + "/report")
                        .build())
                .body();
    }

    static String export() {
        return answer(request("/v1/manage/export").build()).body();
    }

    /** Begins to send lines, of which more are promised, and is gone. */
    static void cutOff(String query, String lines) throws IOException, InterruptedException {
        byte[] body = lines.getBytes(UTF_8);
        String head = """
                POST /v1/manage/imports%s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/x-ndjson
                Content-Length: %d

                """.formatted(query, Newsroom.KEY, body.length * 2L).replace("\n", "\r\n");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(UTF_8));
            out.write(body);
            out.flush();
            // What was sent shall be read before the end of the connection is noticed.
            Thread.sleep(1000);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Newsroom.KEY);
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
