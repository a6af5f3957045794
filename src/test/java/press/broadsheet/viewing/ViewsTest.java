package press.broadsheet.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class ViewsTest {
    private static final String VIEWS = "/v1/manage/views";
    private static final Instant HOUR = Instant.parse("2026-11-01T08:00:00Z");
    private static final int ARTICLES = 5;

    private final Newsroom newsroom;

    ViewsTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        for (int number = 0; number < ARTICLES; number++) {
            newsroom.anArticle("Story " + number).in("news").published();
        }
    }

    @Test
    void the_views_of_an_hour_are_set_and_not_added() {
        newsroom.views("story-0", HOUR, 10);
        newsroom.views("story-0", HOUR, 10);
        newsroom.views("story-0", HOUR.plus(Duration.ofMinutes(59)), 7);

        assertThat(views("story-0")).isEqualTo(7);
        assertThat(newsroom.rows("select views from article_views")).containsExactly(List.of(7));
    }

    @Test
    void an_article_is_named_by_its_id_as_well() {
        newsroom.views(Newsroom.read("/v1/articles/story-1").getString("id"), HOUR, 3);

        assertThat(views("story-1")).isEqualTo(3);
    }

    @Test
    void the_same_hour_sent_at_the_same_time_counts_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                Instant hour = HOUR.plus(Duration.ofHours(round));
                List<Future<?>> sent = new ArrayList<>();
                for (int thread = 0; thread < 8; thread++) {
                    sent.add(threads.submit(() -> newsroom.views("story-0", hour, 100)));
                }
                for (Future<?> one : sent) {
                    one.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(views("story-0")).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void totals_are_the_sums_of_all_hours_whatever_is_sent_again(long seed) {
        Random random = new Random(seed);
        Map<String, Map<Instant, Integer>> expected = new HashMap<>();
        for (int batch = 0; batch < 10; batch++) {
            List<Map<String, Object>> items = new ArrayList<>();
            Map<String, Map<Instant, Integer>> sent = new HashMap<>();
            for (int item = 0; item < 1 + random.nextInt(20); item++) {
                String slug = "story-" + random.nextInt(ARTICLES);
                Instant instant = HOUR.plus(Duration.ofMinutes(random.nextInt(6 * 60)));
                int views = 1 + random.nextInt(1000);
                items.add(Map.of("article", slug, "hour", instant.toString(), "views", views));
                sent.computeIfAbsent(slug, none -> new HashMap<>()).merge(hourOf(instant), views, Integer::max);
            }
            Newsroom.post(VIEWS, Map.of("items", items)).statusCode(204);
            sent.forEach((slug, hours) ->
                    expected.computeIfAbsent(slug, none -> new HashMap<>()).putAll(hours));
        }
        expected.forEach((slug, hours) -> assertThat(views(slug))
                .as(slug)
                .isEqualTo(hours.values().stream().mapToInt(Integer::intValue).sum()));
    }

    @Test
    void every_unknown_article_is_named_and_nothing_is_stored() {
        Map<String, Object> known = item("story-0", "2026-11-01T08:00:00Z", 1);
        Map<String, Object> unknown = item("nothing", "2026-11-01T08:00:00Z", 1);

        JsonPath refused = Newsroom.post(VIEWS, Map.of("items", List.of(known, unknown, known, unknown)))
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(refused.getList("errors.pointer")).containsExactly("/items/1/article", "/items/3/article");
        assertThat(newsroom.rows("select 1 from article_views")).isEmpty();
    }

    @Test
    void numbers_and_lists_have_bounds() {
        assertThat(refused(List.of(item("story-0", "2026-11-01T08:00:00Z", 0)))).containsExactly("/items/0/views");
        assertThat(refused(List.of(item("story-0", "2026-11-01T08:00:00Z", -5))))
                .containsExactly("/items/0/views");
        assertThat(refused(List.of(item("story-0", "2026-11-01T08:00:00Z", 1_000_000_001))))
                .containsExactly("/items/0/views");
        assertThat(refused(List.of(item("story-0", "eight", 1)))).containsExactly("/items/0/hour");
        assertThat(refused(List.of())).containsExactly("/items");
    }

    @Test
    void views_of_several_articles_are_asked_for_at_once() {
        newsroom.views("story-2", HOUR, 4);
        String two = Newsroom.read("/v1/articles/story-2").getString("id");
        String three = Newsroom.read("/v1/articles/story-3").getString("id");

        JsonPath counters = Newsroom.read("/v1/counters?ids=" + three + "," + two);

        assertThat(counters.getList("items.article")).containsExactly(three, two);
        assertThat(counters.getList("items.views")).containsExactly(0, 4);
    }

    private static List<String> refused(List<Map<String, Object>> items) {
        return Newsroom.post(VIEWS, Map.of("items", items))
                .statusCode(422)
                .extract()
                .jsonPath()
                .getList("errors.pointer");
    }

    private static Map<String, Object> item(String article, String hour, int views) {
        return Map.of("article", article, "hour", hour, "views", views);
    }

    private static Instant hourOf(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond() / 3600 * 3600);
    }

    private static long views(String slug) {
        return Newsroom.read("/v1/articles/" + slug + "/counters").getLong("views");
    }
}
