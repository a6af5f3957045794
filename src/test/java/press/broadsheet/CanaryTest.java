package press.broadsheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/**
 * What readers must not learn is marked with a word that stands nowhere else. Every public address that the OpenAPI document
 * names is asked for every id and slug, and no answer may hold the word; and what asks about the hidden gets the very answer
 * that what asks about nothing gets.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class CanaryTest {
    private static final String CANARY = "zanzibarcanary";
    private static final String RANDOM = "quetzalrandom";
    private static final byte[] SECRET = "a hash of 32 bytes that is secret".getBytes(StandardCharsets.UTF_8);

    private final Newsroom newsroom;
    private final List<String> references = new ArrayList<>();
    private String draft;

    CanaryTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void plant() {
        if (draft != null) {
            return;
        }
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        newsroom.sql(
                "insert into api_key (key_id, secret_hash, name, role) values ('%s', '\\x%s', '%s key', 'reader') on conflict do nothing"
                        .formatted(CANARY, HexFormat.of().formatHex(SECRET), CANARY));
        open("Night trains").published();
        open("Ferry in service")
                .with("body", Map.of("html", "<p>Open.</p><!-- " + CANARY + " --><script>" + CANARY + "</script>"))
                .with("featured", true)
                .published();
        draft = hidden(1)
                .with("featured", true)
                .sent()
                .statusCode(201)
                .extract()
                .path("article.id");
        references.add(draft);
        references.add(hidden(2)
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .sent()
                .statusCode(201)
                .extract()
                .path("article.id"));
        references.add(hidden(3).with("status", "published").sent().extract().path("article.id"));
        newsroom.withdraw(CANARY + "-3");
        references.add(hidden(4)
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .sent()
                .extract()
                .path("article.id"));
        newsroom.withdraw(CANARY + "-4");
        for (int number = 1; number <= 4; number++) {
            references.add(CANARY + "-" + number);
            newsroom.views(CANARY + "-" + number, Instant.now(), 1000);
        }
        for (String list : List.of("articles", "tags", "sections", "authors", "collections")) {
            JsonPath items = Newsroom.read("/v1/" + list);
            references.addAll(items.getList("items.id", String.class));
            references.addAll(items.getList("items.slug", String.class));
        }
    }

    private Newsroom.Draft open(String title) {
        return newsroom.anArticle(title).in("news").tagged("rail").by("ada");
    }

    private Newsroom.Draft hidden(int number) {
        return open("Night trains " + CANARY + number)
                .with("slug", CANARY + "-" + number)
                .with("summary", CANARY + " summary")
                .with("body", Map.of("markdown", CANARY + " body"))
                .with("source", Map.of("name", CANARY + " source"))
                .with("image", Map.of("url", "/" + CANARY + ".jpg", "alt", CANARY));
    }

    @Test
    void no_public_address_tells_of_the_hidden() {
        List<String> addresses = addresses();
        List<String> telling = addresses.stream().filter(this::tells).toList();

        assertThat(addresses).hasSizeGreaterThan(100);
        assertThat(telling).isEmpty();
    }

    /** Every GET that needs no key, for every reference and every value that a path can take. */
    private List<String> addresses() {
        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get("/openapi").jsonPath().getMap("paths");
        List<String> addresses = new ArrayList<>();
        paths.forEach((path, operations) -> {
            if (operations.containsKey("get") && !path.startsWith("/v1/manage")) {
                addresses.addAll(filled(path));
            }
        });
        addresses.addAll(questions());
        addresses.addAll(List.of("/openapi", "/q/health", "/q/metrics"));
        return addresses;
    }

    private List<String> filled(String path) {
        return switch (path) {
            case "/v1/resolve" ->
                references.stream()
                        .map(reference -> path + "?path=/news/" + reference)
                        .toList();
            // It would not end; what it tells is what the list tells.
            case "/v1/changes/stream" -> List.of(path + "?cursor=" + CANARY);
            case "/v1/counters" -> List.of(path + "?ids=" + String.join(",", ids()));
            default ->
                path.contains("{metric}")
                        ? Stream.of("most-viewed", "most-liked", "trending")
                                .map(metric -> path.replace("{metric}", metric) + "?window=all")
                                .toList()
                        : path.contains("{")
                                ? references.stream()
                                        .map(reference -> path.replaceAll("\\{\\w+}", reference))
                                        .toList()
                                : List.of(path);
        };
    }

    private List<String> questions() {
        return Stream.of(
                        "/v1/articles?ids=" + String.join(",", ids()),
                        "/v1/articles?q=" + CANARY,
                        "/v1/articles?q=night%20trains&include=authors,tags,bodies&count=exact",
                        "/v1/articles?sort=updatedAt&tag=rail&author=ada&section=news",
                        "/v1/recommendations?seen=" + draft,
                        "/v1/tags?q=" + CANARY,
                        "/v1/authors?q=" + CANARY)
                .toList();
    }

    private List<String> ids() {
        return references.stream()
                .filter(reference -> reference.length() == 36 && reference.contains("-7"))
                .toList();
    }

    private boolean tells(String address) {
        Response answer =
                given().urlEncodingEnabled(false).redirects().follow(false).get(address);
        assertThat(answer.statusCode()).as(address).isIn(200, 301, 400, 404, 410);
        String said = (answer.headers() + answer.asString()).toLowerCase(Locale.ROOT);
        String asked = URLDecoder.decode(address, StandardCharsets.UTF_8);
        if (address.startsWith("/v1/changes")) {
            // This one was published for a moment, and whoever keeps a copy must learn that it has gone.
            said = said.replace(CANARY + "-3", "");
        }
        // An answer may repeat what the address says: the path, or a reference in it.
        for (String echo : asked.split("[?&=/,]", -1)) {
            said = echo.contains(CANARY) ? said.replace(echo, "") : said;
        }
        return said.contains(CANARY)
                || said.contains(HexFormat.of().formatHex(SECRET))
                || said.contains(Base64.getEncoder().encodeToString(SECRET).toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=draft",
                "state=draft",
                "preview=true",
                "draft=1",
                "version=1",
                "locale=en",
                "publicationState=preview",
                "author.email=a",
                "author[email]=a",
                "password=a",
                "where=state='draft'",
                "filter=state:draft",
                "lookup=x",
                "filters[slug][$eq]=x",
                "$where=1",
                "tag[$ne]=rail",
                "TAG=rail",
                "search=x",
                "and[0][state]=draft",
                "sort=state",
                "sort=-state",
                "sort=published_at",
                "sort=a.state",
                "sort=title,state",
                "sort[state]=asc",
                "sort=titleKey",
                "fields=state",
                "fields=body.raw",
                "fields=authors.email",
                "fields=titleKey",
                "fields=storyId",
                "fields=*",
                "include=revisions",
                "include=drafts",
                "include=authors.email",
                "count=drafts"
            })
    void a_question_about_what_is_not_public_is_refused_whatever_it_asks_for(String question) {
        String escaped = question.replace("[", "%5B").replace("]", "%5D").replace("'", "%27");

        Newsroom.get("/v1/articles?" + escaped).statusCode(400);
        Newsroom.get("/v1/tags?" + escaped).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles?q={},                      zanzibarcanary,       quetzalrandom",
        "/v1/articles?q={}&count=exact,          zanzibarcanary1,      quetzalrandom1",
        "/v1/articles?q=night%20-{}&fields=slug, zanzibarcanary1,      quetzalrandom1",
        "/v1/articles/{},                        zanzibarcanary-1,     quetzalrandom-1",
        "/v1/articles/{}/page,                   zanzibarcanary-2,     quetzalrandom-2",
        "/v1/articles/{}/counters,               zanzibarcanary-1,     quetzalrandom-1",
        "/v1/articles/{}/reactions,              zanzibarcanary-1,     quetzalrandom-1",
        "/v1/articles/{},                        zanzibarcanary-4,     quetzalrandom-4",
        "/v1/resolve?path=/news/{},              zanzibarcanary-1,     quetzalrandom-1",
        "/v1/resolve?path=/news/{},              zanzibarcanary-2,     quetzalrandom-2",
        "/v1/resolve?path=/news/{},              zanzibarcanary-4,     quetzalrandom-4"
    })
    void two_probes_of_a_hidden_word_and_of_none_are_answered_alike(String address, String hidden, String none) {
        assertThat(probe(address, hidden)).isEqualTo(probe(address, none));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles?ids={}",
                "/v1/articles?ids={}&count=exact",
                "/v1/counters?ids={}",
                "/v1/recommendations?seen={}",
                "/v1/recommendations?exclude={}",
                "/v1/rankings/most-viewed?window=all&exclude={}",
                "/v1/articles/{}",
                "/v1/articles/{}/related",
                "/v1/articles/{}/adjacent"
            })
    void two_probes_of_a_hidden_id_and_of_none_are_answered_alike(String address) {
        assertThat(probe(address, draft))
                .isEqualTo(probe(address, UUID.randomUUID().toString()));
    }

    @Test
    void hidden_articles_count_nowhere() {
        assertThat(Newsroom.read("/v1/articles?tag=rail&count=exact").getInt("page.total.value"))
                .isEqualTo(2);
        assertThat(Newsroom.read("/v1/articles?tag=rail&limit=2").getString("page.next"))
                .isNull();
        assertThat(Newsroom.read("/v1/rankings/most-viewed?window=all").getList("items.article.title"))
                .containsExactlyInAnyOrder("Night trains", "Ferry in service");
        assertThat(Newsroom.read("/v1/collections/featured").getList("items.title"))
                .containsExactly("Ferry in service");
        assertThat(Newsroom.read("/v1/articles/night-trains/related").getList("items.article.title"))
                .containsExactly("Ferry in service");
    }

    /** Status and body, but for the request's name, the instant, and what the request itself said. */
    private static String probe(String address, String value) {
        Response answer = given().urlEncodingEnabled(false).get(address.replace("{}", value));
        return answer.statusCode()
                + answer.asString()
                        .replace(value, RANDOM)
                        .replaceAll("\"requestId\":\"[^\"]+\"", "")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "");
    }
}
