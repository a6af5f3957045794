package press.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import press.broadsheet.Crawler.Read;
import press.broadsheet.testing.Log;
import press.broadsheet.testing.Newsroom;

/**
 * What is hidden stands in no byte of what anybody can ask for: every public operation of the OpenAPI document, for every id
 * and slug there is or was, with every parameter, by GET, HEAD and OPTIONS; nor in the log that is written meanwhile.
 */
@QuarkusTest
class CanaryCrawlTest {
    private static final List<String> OTHERS =
            List.of("/", "/openapi", "/openapi?format=json", "/q/health", "/q/metrics", "/sitemap-2041-03.xml");

    /** Everything is asked for plainly; with parameters the lists, and one thing of each kind. */
    private static final Pattern QUESTIONED =
            Pattern.compile("/v1/[a-z]+(/(bridge|most-viewed|rail|news|ada|featured)(/[a-z]+)?)?"
                    + "|/feeds/([a-z]+/)?(latest|most-viewed|rail|news|ada|featured)\\.[a-z]+");

    private final Newsroom newsroom;
    private final Crawler crawler = new Crawler();

    CanaryCrawlTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void nothing_hidden_stands_in_any_public_byte_or_in_the_log() {
        try (Log log = Log.from(Level.ALL)) {
            Canaries canaries = Canaries.plantedIn(newsroom);
            List<String> secrets = canaries.secrets();

            List<String> telling = addresses(canaries)
                    .flatMap(address ->
                            Stream.of("GET", "HEAD", "OPTIONS").flatMap(method -> told(method, address, secrets)))
                    .toList();

            assertThat(telling).isEmpty();
            assertThat(crawler.requests()).isGreaterThan(2_000);
            assertThat(log.lines()).allSatisfy(line -> assertThat(line.toLowerCase(Locale.ROOT))
                    .doesNotContain(secrets));
        }
    }

    private static Stream<String> addresses(Canaries canaries) {
        Map<String, List<String>> values = values(canaries);
        return Stream.of(
                        Crawler.reads().stream().flatMap(read -> addresses(read, canaries, values)),
                        OTHERS.stream(),
                        Stream.of("/sitemap-" + YearMonth.now(ZoneOffset.UTC) + ".xml"))
                .flatMap(addresses -> addresses);
    }

    private static Stream<String> addresses(Read read, Canaries canaries, Map<String, List<String>> values) {
        assertThat(values.keySet()).as("what to ask for").containsAll(read.parameters());
        List<String> paths = read.hasParameterInPath()
                ? Stream.concat(Stream.of("most-viewed", "most-liked", "trending"), canaries.references().stream())
                        .map(read::at)
                        .toList()
                : List.of(read.path());
        List<String> questions = read.parameters().stream()
                .flatMap(parameter ->
                        values.get(parameter).stream().map(value -> parameter + "=" + Crawler.escaped(value)))
                .toList();
        return paths.stream()
                .flatMap(path -> Stream.concat(
                        Stream.of(path),
                        questions.stream()
                                .filter(question -> QUESTIONED.matcher(path).matches())
                                .map(question -> path + "?" + question)));
    }

    /** For each parameter that there is what might have it tell something. */
    private static Map<String, List<String>> values(Canaries canaries) {
        List<String> ids = canaries.references().stream()
                .filter(reference -> reference.contains("-7"))
                .distinct()
                .toList();
        String all = String.join(",", ids);
        List<String> names =
                List.of("rail", "news", "ada", Canaries.WORD, canaries.hidden().get(0));
        String cursor = Newsroom.read("/v1/articles?limit=1").getString("page.next");
        return Map.ofEntries(
                Map.entry("author", names),
                Map.entry("section", names),
                Map.entry("tag", names),
                Map.entry("content", List.of("full")),
                Map.entry("count", List.of("exact", "estimated")),
                Map.entry("cursor", List.of(cursor, canaries.changes())),
                Map.entry("exclude", List.of(all)),
                Map.entry("explain", List.of("true")),
                Map.entry("facets", List.of("section,tag,author,year")),
                Map.entry("fields", List.of("id,slug,title", "body", "authors")),
                Map.entry("from", List.of("start", "now")),
                Map.entry("highlight", List.of("true")),
                Map.entry("ids", List.of(all)),
                Map.entry("include", List.of("authors,tags,bodies", "bodies")),
                Map.entry("kind", List.of("publish", "update", "unpublish", "delete", "create")),
                Map.entry("lang", List.of("en")),
                Map.entry("limit", List.of("100", "1")),
                Map.entry("maxAge", List.of("all", "30d", "P30D")),
                Map.entry("metric", List.of("trending")),
                Map.entry("minScore", List.of("0")),
                Map.entry(
                        "path",
                        canaries.references().stream()
                                .map(reference -> "/news/" + reference)
                                .toList()),
                Map.entry("pretty", List.of("")),
                Map.entry("publishedAfter", List.of("2020-01-01T00:00:00Z")),
                Map.entry("publishedBefore", List.of("2100-01-01T00:00:00Z")),
                Map.entry("publishedWithin", List.of("30d")),
                Map.entry(
                        "q",
                        List.of("night trains", Canaries.WORD, "zanzibardraft", "zanzibarsummary", "zanzibarrevised")),
                Map.entry("ranking", List.of("20")),
                Map.entry("recommendations", List.of("20")),
                Map.entry("related", List.of("20")),
                Map.entry("seen", List.of(all)),
                Map.entry("sort", List.of("updatedAt", "-updatedAt", "title", "publishedAt", "name", "-articles")),
                Map.entry("type", List.of("article", "news", "topic")),
                Map.entry("updatedAfter", List.of("2020-01-01T00:00:00Z")),
                Map.entry("window", List.of("all", "24h")));
    }

    /** The secrets that an answer tells; it may repeat what the address says. */
    private Stream<String> told(String method, String address, List<String> secrets) {
        HttpResponse<String> answer = crawler.send(method, address);
        assertThat(answer.statusCode()).as(method + " " + address).isIn(200, 204, 301, 400, 404, 405, 410);
        String said = withoutEcho((answer.headers().map() + answer.body()).toLowerCase(Locale.ROOT), address);
        return secrets.stream().filter(said::contains).map(secret -> method + " " + address + " tells " + secret);
    }

    private static String withoutEcho(String said, String address) {
        String rest = said;
        for (String word : URLDecoder.decode(address, StandardCharsets.UTF_8)
                .replace("/sitemap-", "/")
                .split("[?&=/,.]", -1)) {
            if (word.contains(Canaries.WORD)) {
                rest = rest.replaceAll("(?<=[/=,'\"])" + Pattern.quote(word) + "(?=[/&,.'\"<>])", "");
            }
        }
        return rest;
    }
}
