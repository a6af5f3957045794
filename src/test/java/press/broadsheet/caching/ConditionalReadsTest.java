package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.send;
import static press.broadsheet.caching.Exchange.text;

import java.net.http.HttpResponse;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.content.Changed;

@QuarkusTest
class ConditionalReadsTest {
    @Inject
    Event<Changed> changed;

    private static final String MODIFIED = "Sun, 01 Mar 2026 08:15:31 GMT";

    @Test
    void a_public_answer_says_what_may_be_done_with_it() {
        HttpResponse<byte[]> answer = get("news/trains");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"name\":\"trains\",\"text\":\"no news\"}");
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        assertThat(header(answer, "ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(header(answer, "Last-Modified")).isEqualTo(MODIFIED);
        assertThat(header(answer, "Cache-Control"))
                .isEqualTo("public, max-age=10, stale-while-revalidate=30, stale-if-error=86400");
        assertThat(header(answer, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(header(answer, "Surrogate-Key")).isEqualTo("list-trains news-trains");
        assertThat(header(answer, "Cache-Tag")).isEqualTo("list-trains,news-trains");
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length));
    }

    @Test
    void a_304_repeats_the_headers_and_has_no_body() {
        HttpResponse<byte[]> full = get("news/trains");
        HttpResponse<byte[]> answer = get("news/trains", "If-None-Match", header(full, "ETag"));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        for (String name :
                new String[] {"ETag", "Last-Modified", "Cache-Control", "Vary", "Surrogate-Key", "Cache-Tag"}) {
            assertThat(header(answer, name)).as(name).isEqualTo(header(full, name));
        }
        for (String name : new String[] {"Content-Type", "Content-Encoding", "Content-Length", "Transfer-Encoding"}) {
            assertThat(header(answer, name)).as(name).isEmpty();
        }
    }

    /** RFC 9110, 13.1.2, 13.1.3 and 13.2.2; T is the present tag. The first request of each name is not known yet. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "304; \"T\"; -",
                "304; W/\"T\"; -",
                "304; \"other\", W/\"T\" ,\"a,b\"; -",
                "304; \"a,b\",\"T\"; -",
                "304; \"T-gzip\"; -",
                "304; *; -",
                "200; \"other\"; -",
                "200; W/\"other\"; -",
                "200; \"*\"; -",
                "200; T; -",
                "200; ``; -",
                "200; \"t\"; -",
                "304; -; Sun, 01 Mar 2026 08:15:31 GMT",
                "304; -; Sun, 01 Mar 2026 08:15:32 GMT",
                "200; -; Sun, 01 Mar 2026 08:15:30 GMT",
                "304; -; Sunday, 01-Mar-26 08:15:31 GMT",
                "304; -; Sun Mar  1 08:15:31 2026",
                "200; -; Mon, 01 Mar 2026 08:15:31 GMT",
                "200; -; 2026-03-01T08:15:31Z",
                "200; -; Tue, 01 Mar 2095 08:15:31 GMT",
                "200; \"other\"; Sun, 01 Mar 2026 08:15:31 GMT",
                "304; \"T\"; Sun, 01 Mar 2020 08:15:31 GMT"
            })
    void the_answer_is_304_if_the_client_has_it_already(int status, String ifNoneMatch, String ifModifiedSince) {
        String tag = header(get("news/trains"), "ETag").replace("\"", "");
        String[] condition = ifNoneMatch.equals("-")
                ? new String[] {"If-Modified-Since", ifModifiedSince}
                : ifModifiedSince.equals("-")
                        ? new String[] {"If-None-Match", ifNoneMatch.replace("T", tag)}
                        : new String[] {
                            "If-None-Match", ifNoneMatch.replace("T", tag), "If-Modified-Since", ifModifiedSince
                        };

        assertThat(get("news/trains", condition).statusCode()).as("known").isEqualTo(status);
        String unknown = "news/trains?section="
                + Integer.toHexString(String.join("", condition).hashCode());
        assertThat(get(unknown, condition).statusCode()).as("not known yet").isEqualTo(status);
    }

    @Test
    void several_header_lines_are_one_list() {
        String tag = header(get("news/trains"), "ETag");

        assertThat(get("news/trains", "If-None-Match", "\"other\"", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_head_has_the_headers_of_the_get() {
        HttpResponse<byte[]> get = get("news/trains");
        HttpResponse<byte[]> head = send("HEAD", "news/trains").join();

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().map().keySet()).isEqualTo(get.headers().map().keySet());
        head.headers().map().keySet().stream()
                .filter(name -> !name.equals("x-request-id") && !name.equals("cache-status"))
                .forEach(name -> assertThat(header(head, name)).as(name).isEqualTo(header(get, name)));
        assertThat(send("HEAD", "news/trains", "If-None-Match", header(get, "ETag"))
                        .join()
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void the_tag_follows_the_content_and_comes_back_with_it() {
        String rain = tagOf("rain");
        String sun = tagOf("sun");

        assertThat(sun).isNotEqualTo(rain);
        assertThat(tagOf("rain")).isEqualTo(rain);
    }

    private String tagOf(String weather) {
        NewsProbe.NEWS.put("weather", weather);
        changed.fire(new Changed(Set.of("news-weather"), 1));
        return header(get("news/weather"), "ETag");
    }

    @Test
    void each_choice_of_fields_is_a_representation_of_its_own() {
        HttpResponse<byte[]> names = get("news/trains?fields=name");

        assertThat(text(names)).isEqualTo("{\"name\":\"trains\"}");
        assertThat(header(names, "ETag")).isNotEqualTo(header(get("news/trains"), "ETag"));
        assertThat(header(names, "Surrogate-Key")).isEqualTo("list-trains news-trains");
        assertThat(get("news/trains?fields=name", "If-None-Match", header(names, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_resource_can_be_fresh_for_a_shorter_time() {
        assertThat(header(get("counters/trains"), "Cache-Control"))
                .isEqualTo("public, max-age=4, stale-while-revalidate=30, stale-if-error=86400");
    }

    /** B36: nothing that is no part of a cache's key changes what it keeps. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Prefix: /x",
                "X-Host: evil.example",
                "Forwarded: host=evil.example;proto=gopher",
                "X-Original-URL: /v1/manage",
                "X-Rewrite-URL: /v1/manage",
                "X-HTTP-Method-Override: DELETE",
                "X-Preview: true",
                "X-Ghost-Preview: x",
                "Accept-Language: de",
                "Accept: */*",
                "Accept: application/json;q=0.1",
                "Cookie: session=1",
                "Origin: https://evil.example",
                "Referer: https://evil.example/",
                "User-Agent: curl",
                "Range: bytes=0-3",
                "Cache-Control: no-cache",
                "Pragma: no-cache",
                "If-Range: \"x\"",
                "DNT: 1",
                "Save-Data: on",
                "X-Request-Id: a",
                "Via: 1.1 evil"
            })
    void no_other_header_changes_a_public_answer(String header) {
        String[] nameAndValue = header.split(": ", 2);
        HttpResponse<byte[]> plain = get("news/trains");
        HttpResponse<byte[]> answer = get("news/trains", nameAndValue);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo(text(plain));
        for (String name : new String[] {"ETag", "Cache-Control", "Vary", "Surrogate-Key", "Content-Type"}) {
            assertThat(header(answer, name)).as(name).isEqualTo(header(plain, name));
        }
    }

    @Test
    @TestSecurity(user = "ada", roles = "editor")
    void what_is_not_public_is_kept_by_nobody() {
        HttpResponse<byte[]> answer = get("drafts/trains");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertKeptByNobody(answer);
    }

    @Test
    @TestSecurity(user = "ada", roles = "editor")
    void what_somebody_is_shown_who_says_who_they_are_is_kept_by_nobody() {
        assertKeptByNobody(get("news/of-ada"));
    }

    @Test
    void what_has_no_keys_and_what_is_written_is_kept_by_nobody() {
        assertKeptByNobody(get("unkeyed"));
        assertKeptByNobody(send("POST", "news/trains").join());
    }

    private static void assertKeptByNobody(HttpResponse<byte[]> answer) {
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        for (String name : new String[] {"ETag", "Last-Modified", "Surrogate-Key", "Cache-Tag"}) {
            assertThat(header(answer, name)).as(name).isEmpty();
        }
    }
}
