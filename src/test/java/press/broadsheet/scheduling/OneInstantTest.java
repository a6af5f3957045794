package press.broadsheet.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Newsroom;

/**
 * Two hundred articles come at one instant and go at another, and readers look at everything that could tell of them some
 * fifty times a second. What time it is, the database says; that the clock of this node is wrong must not matter.
 */
@QuarkusTest
@TestProfile(SkewedClock.Profile.class)
class OneInstantTest {
    private static final int LONGEST_LIST = 100;
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final long BETWEEN_LOOKS = 200;
    private static final Pattern SLUG = Pattern.compile("embargo-(\\d+)\"");

    /** A slug at the end of an address, in whatever it stands. */
    private static final Pattern LINK = Pattern.compile("/embargo-(\\d+)[\"<]");

    private final Newsroom newsroom;
    private final SkewedClock clock;

    OneInstantTest(Newsroom newsroom, Clock clock) {
        this.newsroom = newsroom;
        this.clock = (SkewedClock) clock;
    }

    @AfterEach
    void setTheClock() {
        clock.isOffBy(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "90, 25", "-90, 25"})
    void none_is_seen_before_its_instant_and_all_within_a_second(int secondsOff, int articles) {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Secret");
        newsroom.anArticle("Known").in("news").tagged("secret").published();
        String changes = "/v1/changes?limit=100&cursor="
                + Newsroom.read("/v1/changes?from=now").getString("page.next");
        Duration making = make(articles);
        // Announcing is work for each article and takes longer where the machine is slow today; see AnnouncingTest for
        // one.
        Duration announced = LATE.multipliedBy(3).plus(making.dividedBy(4));
        Instant from = databaseClock().plus(BEFORE).plus(LATE);
        Instant until = from.plus(announced).plus(BEFORE);
        schedule(from, until);
        clock.isOffBy(Duration.ofSeconds(secondsOff));
        List<Surface> surfaces = surfaces(articles, from);
        Surface feed = new Surface(changes, body -> number(body, SLUG), 0);

        watch(
                Stream.concat(surfaces.stream(), Stream.of(feed)).toList(),
                from.minus(BEFORE),
                until.plus(announced).plus(LATE));

        // A clock that is late believes that nothing has changed until it is told so.
        Duration late = secondsOff < 0 ? announced : LATE;
        surfaces.forEach(surface -> verify(surface, from, until, late));
        assertThat(feed.between(Instant.MIN, from)).hasSizeGreaterThan(2).allSatisfy(sight -> assertThat(sight.seen())
                .isZero());
        assertThat(feed.between(from.plus(announced), Instant.MAX))
                .hasSizeGreaterThan(2)
                .allSatisfy(sight -> assertThat(sight.seen()).isEqualTo(Math.min(articles, LONGEST_LIST)));
        await().atMost(Duration.ofMinutes(1)).until(() -> told(changes).size() >= 2 * articles);
        assertThat(told(changes)).containsExactlyInAnyOrderElementsOf(comingAndGoing(articles));
    }

    /** Makes articles for some time to come, and says how long it took. */
    private Duration make(int articles) {
        Instant begin = databaseClock();
        IntStream.range(0, articles).forEach(number -> article("Embargo " + number)
                .with("publishAt", begin.plus(Duration.ofHours(1)).toString())
                .with("unpublishAt", begin.plus(Duration.ofHours(2)).toString())
                .created());
        return Duration.between(begin, databaseClock());
    }

    /** In one statement: through the API it would take nobody knows how long, and the instant must lie behind that. */
    private void schedule(Instant from, Instant until) {
        newsroom.sql("update article set published_at = '%s', unpublish_at = '%s' where slug like 'embargo-%%'"
                .formatted(from, until));
    }

    private Newsroom.Draft article(String title) {
        return newsroom.anArticle(title).in("news").tagged("secret");
    }

    /** In which the articles come, of UTC. */
    private static String monthly(Instant from) {
        return "/sitemap-" + from.toString().substring(0, 7) + ".xml";
    }

    private static List<Surface> surfaces(int articles, Instant from) {
        int listed = Math.min(articles, LONGEST_LIST);
        ToLongFunction<String> any = body -> Math.min(1, number(body, SLUG));
        return List.of(
                new Surface("/v1/articles?section=news&limit=100&fields=slug", body -> number(body, SLUG), listed),
                new Surface("/v1/articles?tag=secret&sort=title&limit=100", body -> number(body, SLUG), listed),
                new Surface(
                        "/v1/articles?limit=1&count=exact", body -> besidesKnown(body, "\"value\":(\\d+)"), articles),
                new Surface("/feeds/latest.rss?limit=100&content=full", body -> number(body, LINK), listed),
                new Surface("/feeds/tags/secret.atom?limit=100", body -> number(body, LINK), listed),
                new Surface("/feeds/sections/news.json?limit=100", body -> number(body, SLUG), listed),
                new Surface("/sitemap-news.xml", body -> number(body, LINK), articles),
                new Surface(monthly(from), body -> number(body, LINK), articles),
                new Surface("/v1/search?q=embargo&limit=100&fields=article.slug", body -> number(body, SLUG), listed),
                new Surface("/v1/articles/embargo-7", any, 1),
                new Surface("/v1/articles/embargo-7/page", any, 1),
                new Surface("/v1/articles/known/page", any, 1),
                new Surface("/v1/articles/known/adjacent", any, 1),
                new Surface("/v1/articles/known/related", any, 1),
                new Surface(
                        "/v1/resolve?path=/news/embargo-7",
                        body -> number(body, Pattern.compile("\"kind\":\"(article)\"")),
                        1),
                new Surface("/v1/rankings/most-viewed?window=24h", any, 0),
                new Surface("/v1/recommendations", any, 0),
                new Surface("/v1/tags/secret", body -> besidesKnown(body, "\"articles\":(\\d+)"), 0));
    }

    private static long number(String body, Pattern trace) {
        return trace.matcher(body)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
    }

    /** A number, which counts the known article as well, perhaps a little later. */
    private static long besidesKnown(String body, String number) {
        MatchResult found =
                Pattern.compile(number).matcher(body).results().findFirst().orElseThrow();
        return Math.max(0, Long.parseLong(found.group(1)) - 1);
    }

    private void watch(List<Surface> surfaces, Instant begin, Instant end) {
        CompletableFuture.allOf(surfaces.stream()
                        .map(surface -> CompletableFuture.runAsync(
                                () -> watch(surface, begin, end), task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void watch(Surface surface, Instant begin, Instant end) {
        pause(Math.max(1, Duration.between(databaseClock(), begin).toMillis()));
        while (surface.look(this::databaseClock).isBefore(end)) {
            pause(BETWEEN_LOOKS);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void verify(Surface surface, Instant from, Instant until, Duration late) {
        assertThat(surface.between(Instant.MIN, from))
                .as("%s before the instant", surface.path())
                .hasSizeGreaterThan(2)
                .allSatisfy(sight -> assertThat(sight.seen()).isZero());
        if (surface.all() > 0) {
            assertThat(surface.between(from.plus(late), until))
                    .as("%s a second after the instant", surface.path())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(sight -> assertThat(sight.seen()).isEqualTo(surface.all()));
            assertThat(surface.between(until.plus(late), Instant.MAX))
                    .as("%s a second after the end", surface.path())
                    .isNotEmpty()
                    .allSatisfy(sight -> assertThat(sight.seen()).isZero());
        }
    }

    private static List<String> comingAndGoing(int articles) {
        return IntStream.range(0, articles)
                .mapToObj(number -> Stream.of("publish embargo-" + number, "unpublish embargo-" + number))
                .flatMap(told -> told)
                .toList();
    }

    /** All that the feed tells from a place on. */
    private static List<String> told(String from) {
        List<String> told = new ArrayList<>();
        JsonPath page = Newsroom.read(from);
        while (!page.getList("items").isEmpty()) {
            List<String> kinds = page.getList("items.kind");
            List<String> slugs = page.getList("items.slug");
            IntStream.range(0, kinds.size()).forEach(item -> told.add(kinds.get(item) + " " + slugs.get(item)));
            page = Newsroom.read("/v1/changes?limit=100&cursor=" + page.getString("page.next"));
        }
        return told;
    }

    private Instant databaseClock() {
        Number micros = (Number) newsroom.rows("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                .get(0)
                .get(0);
        return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
    }
}
