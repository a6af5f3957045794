package press.broadsheet.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import press.broadsheet.testing.MovableClock;
import press.broadsheet.testing.Newsroom;

/** Every ranking of a newsroom made by chance, held against counting the events by hand. */
@QuarkusTest
@TestProfile(BruteForceTest.Then.class)
@TestInstance(Lifecycle.PER_CLASS)
class BruteForceTest {
    private static final long SEED = 20261123;

    private final Newsroom newsroom;
    private final Readership readership;
    private final RankingScoring scoring;

    BruteForceTest(Newsroom newsroom, RankingScoring scoring, MovableClock clock) {
        this.newsroom = newsroom;
        this.scoring = scoring;
        readership = new Readership(newsroom, clock, SEED);
    }

    /** The clock can be put back to when somebody read something. */
    public static final class Then implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

    @BeforeEach
    void load() {
        if (readership.pieces().isEmpty()) {
            readership.publish();
            readership.view();
            readership.react();
            do {
                scoring.refresh();
            } while (!newsroom.rows("select 1 from article_due").isEmpty());
        }
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
                "publishedWithin=10",
                        piece -> piece.publishedAt().isAfter(readership.now().minus(Duration.ofHours(10))),
                "exclude=",
                        piece ->
                                !piece.story().equals(readership.pieces().get(0).story()));
        return Stream.of(Metric.values())
                .flatMap(metric -> Stream.of(Window.values()).flatMap(window -> filters.entrySet().stream()
                        .map(filter -> Arguments.of(metric, window, filter.getKey(), filter.getValue()))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("rankings")
    void a_ranking_is_what_counting_by_hand_gives(Metric metric, Window window, String query, Predicate<Piece> filter) {
        JsonPath ranking = Newsroom.read("/v1/rankings/" + metric.code() + "?limit=50&window=" + window.code()
                + (query.isEmpty() ? "" : "&" + query)
                + (query.endsWith("=") ? readership.pieces().get(0).id() : ""));
        Instant counted = Instant.parse(ranking.getString("asOf"));
        Instant from = window == Window.ALL ? Instant.EPOCH : Instant.parse(ranking.getString("window.from"));
        ToDoubleFunction<Piece> score = piece -> piece.score(metric, from, counted);

        List<Piece> expected =
                Piece.ranked(readership.pieces().stream().filter(filter).toList(), score);

        assertThat(ranking.getList("items.article.id"))
                .isEqualTo(expected.stream()
                        .map(piece -> piece.shown(readership.pieces(), filter).id())
                        .toList());
        assertThat(ranking.getList("items.rank"))
                .isEqualTo(IntStream.rangeClosed(1, expected.size()).boxed().toList());
        assertThat(ranking.getList("items.backfill"))
                .isEqualTo(expected.stream()
                        .map(piece -> score.applyAsDouble(piece) == 0)
                        .toList());
        List<Number> scores = ranking.getList("items.score");
        for (int place = 0; place < expected.size(); place++) {
            double expectedScore = score.applyAsDouble(expected.get(place));
            assertThat(scores.get(place).doubleValue()).isCloseTo(expectedScore, within(expectedScore * 1e-3 + 1e-9));
        }
    }
}
