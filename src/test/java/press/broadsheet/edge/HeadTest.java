package press.broadsheet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.problem.Wire;
import press.broadsheet.testing.Newsroom;

/** RFC 9110, 9.3.2: the head of the answer to GET, whatever the answer is, and nothing else. */
@QuarkusTest
class HeadTest {
    private final Newsroom newsroom;

    HeadTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void publish() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Present").in("news").published();
        newsroom.anArticle("Withdrawn").in("news").published();
        newsroom.withdraw("withdrawn");
        newsroom.anArticle("Former").in("news").published();
        newsroom.rename("former", "latter");
    }

    @ParameterizedTest
    @CsvSource({
        "200, /v1/articles/present",
        "200, /v1/articles?limit=1&pretty",
        "200, /",
        "200, /problems/gone",
        "200, /demo/present",
        "200, /assets/demo.css",
        "301, /v1/articles/former",
        "410, /v1/articles/withdrawn",
        "404, /v1/articles/never",
        "404, /v1/articles/never?pretty",
        "404, /unheard-of",
        "404, /v1/articles/",
        "400, /v1/articles?limit=0",
        "401, /v1/probes/x/secret",
        "405, /v1/manage/views",
        "500, /v1/probes/fail/bug"
    })
    void a_head_has_the_length_and_all_headers_of_the_get(int status, String target) {
        for (String coding : new String[] {"identity", "gzip", null}) {
            // How long an answer keeps is not known for a moment after a change, perhaps between the two.
            await().untilAsserted(() -> {
                Map<String, String> get = head("GET", target, coding);
                Map<String, String> head = head("HEAD", target, coding);

                assertThat(get.get("status")).contains(String.valueOf(status));
                assertThat(head).as(coding).isEqualTo(get).containsKey("content-length");
            });
        }
    }

    /** The headers by name, without those that differ from request to request. */
    private static Map<String, String> head(String method, String target, String coding) {
        String[] parts = Wire.send(
                        method + " " + target + " HTTP/1.1",
                        "Host: localhost",
                        coding == null ? "X-Coding: none" : "Accept-Encoding: " + coding,
                        "Connection: close",
                        "",
                        "")
                .split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, String> headers = new TreeMap<>(Map.of("status", lines[0]));
        Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ", 2))
                .forEach(header -> headers.put(header[0].toLowerCase(Locale.ROOT), header[1]));
        if (method.equals("HEAD")) {
            assertThat(parts[1]).isEmpty();
        }
        headers.keySet().removeAll(List.of("x-request-id", "date", "server-timing"));
        return headers;
    }
}
