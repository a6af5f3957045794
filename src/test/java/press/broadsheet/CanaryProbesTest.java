package press.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.Crawler.Read;
import press.broadsheet.testing.Newsroom;

/**
 * What is hidden must not show in which answer comes, either: what asks about it gets, to the byte, what the same question
 * about nothing gets; and what only editors may ask is refused.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class CanaryProbesTest {
    private final Newsroom newsroom;
    private final Crawler crawler = new Crawler();
    private Canaries canaries;

    CanaryProbesTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void plant() {
        if (canaries == null) {
            canaries = Canaries.plantedIn(newsroom);
        }
    }

    /** Two values for one question: one that would find something hidden, and one as long that would not. */
    private record Probe(String hidden, String none) {
        static Probe of(String hidden) {
            return new Probe(
                    hidden,
                    hidden.contains(Canaries.WORD)
                            ? hidden.replace(Canaries.WORD, Canaries.NONE)
                            : UUID.randomUUID().toString());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_parameter_answers_two_probes_alike() {
        List<Probe> probes = Stream.concat(
                        canaries.hidden().stream().map(Probe::of),
                        Stream.of(
                                        "zanzibar",
                                        "zanzibardraft",
                                        "zanzibarsummary",
                                        "zanzibarrevised",
                                        "zanzibarorigin",
                                        "night zanzibardraft",
                                        "night -zanzibardraft",
                                        "/news/zanzibar-draft",
                                        "/zanzibar-scheduled",
                                        "-zanzibar-draft")
                                .map(Probe::of))
                .toList();
        return Crawler.reads().stream().flatMap(read -> read.parameters().stream()
                .map(parameter -> DynamicTest.dynamicTest(
                        read.path() + "?" + parameter,
                        () -> probes.forEach(probe -> assertAlike(read, parameter, probe)))));
    }

    private void assertAlike(Read read, String parameter, Probe probe) {
        String question = question(read, parameter);
        HttpResponse<String> hidden = crawler.send("GET", question + Crawler.escaped(probe.hidden()));
        HttpResponse<String> none = crawler.send("GET", question + Crawler.escaped(probe.none()));

        assertThat(hidden.statusCode()).as(question + probe).isEqualTo(none.statusCode());
        // A refusal of the value as such says how far it is from what is known.
        if (hidden.statusCode() != 400) {
            assertThat(asked(hidden, probe.hidden())).as(question + probe).isEqualTo(asked(none, probe.none()));
        }
    }

    /** Up to the value; with the other parameters that the operation needs. */
    private static String question(Read read, String parameter) {
        String reference = Map.of(
                        "tags",
                        "rail",
                        "sections",
                        "news",
                        "authors",
                        "ada",
                        "collections",
                        "featured",
                        "rankings",
                        "most-viewed")
                .getOrDefault(read.path().replaceFirst("/[a-z0-9]+/([a-z]+).*", "$1"), "bridge");
        String needed =
                switch (read.path()) {
                    case "/v1/counters" -> "ids=" + UUID.randomUUID() + "&";
                    case "/v1/resolve" -> "path=/news&";
                    case "/v1/search", "/v1/search/completions" -> "q=night&";
                    default -> "";
                };
        return read.at(reference) + "?" + (needed.startsWith(parameter) ? "" : needed) + parameter + "=";
    }

    /** What was answered, without the question. */
    private static String asked(HttpResponse<String> answer, String value) {
        return Crawler.comparable(answer)
                .replace(Crawler.escaped(value), "…")
                .replace(Crawler.escaped(value).replace("+", "%20").replace("%2C", ","), "…")
                .replace(value, "…")
                .replaceAll("etag=[^]]+]", "")
                // A ranking is as of the moment in which it is asked for.
                .replaceAll("last-modified=[^]]+]", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "");
    }

    @TestFactory
    Stream<DynamicTest> a_hidden_article_and_none_are_answered_alike() {
        return canaries.hidden().stream().flatMap(reference -> requests()
                .map(request -> DynamicTest.dynamicTest(request + " of " + reference, () -> {
                    Probe probe = Probe.of(reference);
                    assertThat(answer(request, probe.hidden())).isEqualTo(answer(request, probe.none()));
                })));
    }

    private static Stream<String> requests() {
        Stream<String> reads = Crawler.reads().stream()
                .filter(Read::hasParameterInPath)
                .map(read -> read.at("REF"))
                .flatMap(path -> Stream.of("GET ", "HEAD ", "OPTIONS ").map(method -> method + path));
        String reaction = " /v1/articles/REF/reactions/like/6f1c1c62-7d52-4c7e-9d53-0d6f5a3c2b11";
        return Stream.concat(
                reads,
                Stream.of(
                        "PUT" + reaction,
                        "DELETE" + reaction,
                        "POST /v1/articles/REF/views",
                        "GET /v1/manage/articles/REF",
                        "PUT /v1/manage/articles/REF",
                        "DELETE /v1/manage/articles/REF",
                        "POST /v1/manage/articles/REF/publish"));
    }

    private String answer(String request, String reference) {
        String[] parts = request.replace("REF", reference).split(" ", -1);
        return Crawler.comparable(crawler.send(parts[0], parts[1])).replace(reference, "…");
    }

    @Test
    void hidden_articles_count_nowhere() {
        assertThat(Newsroom.read("/v1/articles?tag=rail&count=exact").getInt("page.total.value"))
                .isEqualTo(3);
        assertThat(Newsroom.read("/v1/articles?tag=rail&limit=3").getString("page.next"))
                .isNull();
        assertThat(Newsroom.read("/v1/rankings/most-viewed?window=all").getList("items.article.title"))
                .containsExactlyInAnyOrder("Night trains", "Ferry in service", "Bridge open");
        assertThat(Newsroom.read("/v1/collections/featured").getList("items.title"))
                .containsExactly("Ferry in service");
        assertThat(Newsroom.read("/v1/articles/night-trains/related").getList("items.article.title"))
                .containsExactlyInAnyOrder("Ferry in service", "Bridge open");
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
}
