package press.broadsheet.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import press.broadsheet.testing.Newsroom;

/** Rankings of a newsroom made by chance, held against counting by hand. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class RankingTest {
    private static final int ARTICLES = 24;
    /** Every eighth article repeats the title of the one before it, so that the two are one story. */
    private static final int REPEATS = 8;

    private static final int LONGEST_AGO_HOURS = 40 * 24;

    private final Newsroom newsroom;
    private final RankingScoring scoring;
    private final Random random = new Random(20261123);
    private final Instant now = Instant.now();
    private final List<Piece> pieces = new ArrayList<>();

    RankingTest(Newsroom newsroom, RankingScoring scoring) {
        this.newsroom = newsroom;
        this.scoring = scoring;
    }

    /** An article with all that was counted of it. */
    private record Piece(
            String id,
            String story,
            String section,
            String tag,
            String author,
            String lang,
            Instant publishedAt,
            List<Views> views,
            List<Instant> reactions) {}

    private record Views(Instant hour, int count) {}

    @BeforeEach
    void load() {
        if (!pieces.isEmpty()) {
            return;
        }
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
        newsroom.section("Sport");
        newsroom.tag("topic", "Rail");
        newsroom.tag("topic", "Sea");
        newsroom.author("Ada");
        newsroom.author("Bo");
        for (int number = 0; number < ARTICLES; number++) {
            pieces.add(piece(number));
        }
        pieces.forEach(this::count);
        // Reactions are added up every second, behind those who give them.
        await().until(() -> newsroom.rows("select 1 from reaction_change").isEmpty());
        scoring.refresh();
    }

    private Piece piece(int number) {
        String section = List.of("news", "city", "sport").get(random.nextInt(3));
        String tag = List.of("rail", "sea").get(random.nextInt(2));
        String author = List.of("ada", "bo").get(random.nextInt(2));
        boolean repeats = number % REPEATS == 1;
        String lang = repeats
                ? pieces.get(number - 1).lang()
                : List.of("en", "en-GB", "de").get(random.nextInt(3));
        Instant published = now.minus(Duration.ofMinutes(repeats ? number : 60L + random.nextInt(20) * 60L + number))
                .truncatedTo(ChronoUnit.MILLIS);
        JsonPath made = newsroom.anArticle("Piece " + (repeats ? number - 1 : number))
                .in(section)
                .tagged(tag)
                .by(author)
                .with("lang", lang)
                .with("status", "published")
                .with("publishedAt", published.toString())
                .sent()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = made.getString("article.id");
        String story = repeats ? pieces.get(number - 1).story() : id;
        return new Piece(id, story, section, tag, author, lang, published, new ArrayList<>(), new ArrayList<>());
    }

    private void count(Piece piece) {
        Set<Instant> hours = new HashSet<>();
        for (int bucket = 0; bucket < random.nextInt(6); bucket++) {
            hours.add(ago(random.nextInt(random.nextBoolean() ? 30 : LONGEST_AGO_HOURS)));
        }
        // Few different numbers, so that there are ties.
        hours.forEach(hour -> piece.views().add(new Views(hour, 10 + 20 * random.nextInt(4))));
        piece.views().forEach(views -> newsroom.views(piece.id(), views.hour(), views.count()));
        for (int reaction = 0; reaction < random.nextInt(4); reaction++) {
            Instant at = ago(random.nextInt(random.nextBoolean() ? 30 : LONGEST_AGO_HOURS))
                    .plusSeconds(1);
            piece.reactions().add(at);
            newsroom.sql(
                    "insert into reaction (article_id, kind, reader, at) values ('%s', 'like', decode('%08x', 'hex'), '%s')"
                            .formatted(piece.id(), reaction, at));
        }
    }

    private Instant ago(int hours) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(hours));
    }

    Stream<Arguments> rankings() {
        Map<String, Predicate<Piece>> filters = Map.of(
                "", piece -> true,
                "section=news", piece -> !"sport".equals(piece.section()),
                "section=-city", piece -> !"city".equals(piece.section()),
                "tag=rail", piece -> "rail".equals(piece.tag()),
                "author=ada,bo&tag=-sea", piece -> !"sea".equals(piece.tag()),
                "lang=en", piece -> piece.lang().startsWith("en"),
                "lang=de&author=bo", piece -> "de".equals(piece.lang()) && "bo".equals(piece.author()),
                "publishedWithin=10", piece -> piece.publishedAt().isAfter(now.minus(Duration.ofHours(10))),
                "exclude=", piece -> !piece.story().equals(pieces.get(0).story()));
        return Stream.of(Metric.values())
                .flatMap(metric -> Stream.of(Window.values()).flatMap(window -> filters.entrySet().stream()
                        .map(filter -> Arguments.of(metric, window, filter.getKey(), filter.getValue()))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("rankings")
    void a_ranking_is_what_counting_by_hand_gives(Metric metric, Window window, String query, Predicate<Piece> filter) {
        JsonPath ranking = Newsroom.read("/v1/rankings/" + metric.code() + "?limit=50&window=" + window.code()
                + (query.isEmpty() ? "" : "&" + query)
                + (query.endsWith("=") ? pieces.get(0).id() : ""));
        Instant counted = Instant.parse(ranking.getString("asOf"));
        Instant from = window == Window.ALL ? Instant.EPOCH : Instant.parse(ranking.getString("window.from"));
        ToDoubleFunction<Piece> score = piece -> score(piece, metric, from, counted);

        List<Piece> expected = byHand(pieces.stream().filter(filter).toList(), score);

        assertThat(ranking.getList("items.article.id"))
                .isEqualTo(expected.stream().map(Piece::id).toList());
        for (int place = 0; place < expected.size(); place++) {
            double expectedScore = score.applyAsDouble(expected.get(place));
            assertThat(ranking.getInt("items[%d].rank".formatted(place))).isEqualTo(place + 1);
            assertThat(ranking.getBoolean("items[%d].backfill".formatted(place)))
                    .isEqualTo(expectedScore == 0);
            assertThat(ranking.getDouble("items[%d].score".formatted(place)))
                    .isCloseTo(expectedScore, within(expectedScore * 1e-3 + 1e-9));
        }
    }

    /** The best of each story by score, the newer first where it is equal; behind them the newest of what has none. */
    private static List<Piece> byHand(List<Piece> pieces, ToDoubleFunction<Piece> score) {
        Comparator<Piece> newest = Comparator.comparing(Piece::publishedAt)
                .thenComparing(Piece::id)
                .reversed();
        Stream<Piece> scored = pieces.stream()
                .filter(piece -> score.applyAsDouble(piece) > 0)
                .sorted(Comparator.comparingDouble(score).reversed().thenComparing(newest));
        Set<String> stories = new HashSet<>();
        return Stream.concat(scored, pieces.stream().sorted(newest))
                .filter(piece -> stories.add(piece.story()))
                .collect(Collectors.toList());
    }

    private static double score(Piece piece, Metric metric, Instant from, Instant now) {
        return switch (metric) {
            case MOST_LIKED ->
                piece.reactions().stream().filter(at -> !at.isBefore(from)).count();
            case MOST_VIEWED ->
                piece.views().stream()
                        .filter(views -> !views.hour().isBefore(from))
                        .mapToInt(Views::count)
                        .sum();
            case TRENDING -> trending(piece, from, now.truncatedTo(ChronoUnit.HOURS));
        };
    }

    private static double trending(Piece piece, Instant from, Instant hour) {
        Instant reach = hour.minus(Duration.ofDays(3));
        Instant first = from.isBefore(reach) ? reach : from;
        double recent = piece.views().stream()
                .filter(views -> !views.hour().isBefore(first))
                .mapToDouble(views -> views.count() * faded(Duration.between(views.hour(), hour)))
                .sum();
        double weights = 0;
        for (Instant each = first; !each.isAfter(hour); each = each.plus(Duration.ofHours(1))) {
            weights += faded(Duration.between(each, hour));
        }
        double past = piece.views().stream()
                .filter(views -> views.hour().isBefore(from))
                .filter(views -> !views.hour().isBefore(from.minus(Duration.ofDays(7))))
                .mapToDouble(Views::count)
                .sum();
        double hours = Duration.between(piece.publishedAt(), from).toMillis() / 3_600_000.0;
        double expected = past / Math.max(1, Math.min(168, hours)) * weights;
        double score = (recent - expected) / Math.sqrt(expected + 1);
        return recent > 0 && score >= 0.01 ? score : 0;
    }

    private static double faded(Duration age) {
        return Math.pow(0.5, age.toHours() / 6.0);
    }

    @ParameterizedTest
    @CsvSource({"1h, 1", "6h, 6", "24h, 24", "7d, 168", "30d, 720"})
    void a_window_begins_on_the_hour(String window, int hours) {
        JsonPath ranking = Newsroom.read("/v1/rankings/most-viewed?window=" + window);

        Instant to = Instant.parse(ranking.getString("window.to"));
        assertThat(Instant.parse(ranking.getString("window.from")))
                .isEqualTo(to.minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.HOURS));
        assertThat(ranking.getString("window.name")).isEqualTo(window);
        assertThat(ranking.getBoolean("stale")).isFalse();
    }

    @Test
    void all_time_has_no_beginning() {
        assertThat(Newsroom.read("/v1/rankings/most-viewed?window=all").<Object>get("window.from"))
                .isNull();
    }

    @Test
    void a_ranking_has_as_many_as_were_asked_for_and_without_those_excluded() {
        List<String> all = Newsroom.read("/v1/rankings/most-viewed?limit=10").getList("items.article.id");

        List<String> rest = Newsroom.read("/v1/rankings/most-viewed?limit=10&exclude=" + all.get(0) + "," + all.get(4))
                .getList("items.article.id");

        assertThat(all).hasSize(10);
        assertThat(rest).hasSize(10).doesNotContain(all.get(0), all.get(4));
    }

    @Test
    void only_what_was_published_lately_can_be_asked_for() {
        assertThat(Newsroom.read("/v1/rankings/most-viewed?limit=50&publishedWithin=5")
                        .getList("items.article.publishedAt", String.class))
                .isNotEmpty()
                .allSatisfy(published -> assertThat(Instant.parse(published)).isAfter(now.minus(Duration.ofHours(6))));
    }

    @Test
    void there_is_no_other_metric() {
        Newsroom.get("/v1/rankings/most-secret").statusCode(404);
        Newsroom.get("/v1/rankings/MOST_VIEWED").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "window=2h, window",
        "window=, window",
        "limit=0, limit",
        "limit=51, limit",
        "publishedWithin=0, publishedWithin",
        "exclude=x, exclude",
        "lang=12345678901, lang",
        "colour=red, colour",
        "since=1, since"
    })
    void parameters_have_bounds(String query, String parameter) {
        assertThat(Newsroom.get("/v1/rankings/most-viewed?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.parameter"))
                .isEqualTo(List.of(parameter));
    }
}
