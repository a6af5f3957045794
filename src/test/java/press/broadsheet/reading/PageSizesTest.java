package press.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** Pages of newsrooms made by chance: their boxes are full, and no story stands twice. */
@QuarkusTest
class PageSizesTest {
    private static final int ARTICLES = 40;
    private static final List<String> BOXES = List.of("related", "ranking", "recommendations");

    private final Newsroom newsroom;
    private final Instant now = Instant.now();

    PageSizesTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
        newsroom.section("Sport");
        List.of("Rail", "Sea", "Council", "Storm").forEach(tag -> newsroom.tag("topic", tag));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void boxes_are_full_and_no_story_stands_twice(long seed) {
        Random random = new Random(seed);
        List<String> slugs = new ArrayList<>();
        for (int number = 0; number < ARTICLES; number++) {
            slugs.add(publish(random));
        }
        long stories = (Long) newsroom.rows("select count(distinct story_id) from article")
                .get(0)
                .get(0);

        for (int page = 0; page < 8; page++) {
            String slug = slugs.get(random.nextInt(slugs.size()));
            List<Integer> sizes = BOXES.stream().map(box -> random.nextInt(9)).toList();
            String query = IntStream.range(0, BOXES.size())
                    .mapToObj(box -> BOXES.get(box) + "=" + sizes.get(box))
                    .collect(Collectors.joining("&"));
            JsonPath read = Newsroom.read("/v1/articles/" + slug + "/page?" + query);

            List<String> shown = shown(read);
            int wanted = sizes.stream().mapToInt(Integer::intValue).sum();
            int besides = shown.size() - boxes(read);
            assertThat(storiesOf(shown)).as(query).doesNotHaveDuplicates();
            assertThat((long) boxes(read)).as(query).isEqualTo(Math.min(wanted, stories - besides));
            if (wanted <= stories - besides) {
                assertThat(BOXES.stream()
                                .map(box -> read.getList(box + ".items").size())
                                .toList())
                        .isEqualTo(sizes);
            }
        }
    }

    private String publish(Random random) {
        Newsroom.Draft draft = newsroom.anArticle("Story " + random.nextInt(30))
                .in(List.of("news", "city", "sport").get(random.nextInt(3)))
                .tagged(List.of("rail", "sea", "council", "storm")
                        .subList(random.nextInt(3), 3 + random.nextInt(2))
                        .toArray(String[]::new))
                .with("featured", random.nextInt(5) == 0);
        String slug = draft.publishedAt(now.minus(Duration.ofMinutes(1 + random.nextInt(24 * 60))));
        if (random.nextBoolean()) {
            newsroom.views(slug, now.minus(Duration.ofHours(random.nextInt(20))), 1 + random.nextInt(100));
        }
        return slug;
    }

    @Test
    void a_box_of_size_nought_is_empty_and_the_others_are_not() {
        publish(new Random(0));
        String slug = newsroom.anArticle("Alone").in("sport").published();

        JsonPath page = Newsroom.read("/v1/articles/" + slug + "/page?related=0&ranking=0&recommendations=1");

        assertThat(page.getList("related.items")).isEmpty();
        assertThat(page.getList("ranking.items")).isEmpty();
        assertThat(boxes(page)).isLessThanOrEqualTo(1);
    }

    @Test
    void metric_and_window_of_the_ranking_can_be_chosen() {
        String slug = newsroom.anArticle("Ranked").in("sport").published();

        JsonPath page = Newsroom.read("/v1/articles/" + slug + "/page?metric=most-liked&window=30d");

        assertThat(page.getString("ranking.metric")).isEqualTo("most-liked");
        assertThat(page.getString("ranking.window.name")).isEqualTo("30d");
    }

    @Test
    void an_article_that_is_alone_has_a_page_too() {
        String slug = newsroom.anArticle("Alone").in("city").published();

        JsonPath page = Newsroom.read("/v1/articles/" + slug + "/page");

        assertThat(page.getList("breadcrumb.slug")).containsExactly("news", "city");
        assertThat(boxes(page)).isZero();
        assertThat(page.<Object>get("previous")).isNull();
        assertThat(page.<Object>get("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "related=-1, related", "related=21, related", "ranking=21, ranking", "recommendations=21, recommendations",
        "recommendations=x, recommendations", "metric=most-secret, metric", "window=2h, window", "limit=5, limit"
    })
    void parameters_have_bounds(String query, String parameter) {
        String slug = newsroom.anArticle("Bounded").in("city").published();

        assertThat(Newsroom.get("/v1/articles/" + slug + "/page?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.parameter"))
                .isEqualTo(List.of(parameter));
    }

    /** The ids of all articles on a page. */
    private static List<String> shown(JsonPath page) {
        List<String> ids = new ArrayList<>();
        BOXES.forEach(box -> ids.addAll(page.getList(box + ".items.article.id", String.class)));
        ids.add(page.getString("article.id"));
        for (String side : List.of("previous", "next")) {
            if (page.get(side) != null) {
                ids.add(page.getString(side + ".id"));
            }
        }
        return ids;
    }

    private static int boxes(JsonPath page) {
        return BOXES.stream()
                .mapToInt(box -> page.getList(box + ".items").size())
                .sum();
    }

    private List<Object> storiesOf(List<String> ids) {
        return newsroom.rows("select story_id from article where id in ('" + String.join("', '", ids) + "')").stream()
                .<Object>map(row -> row.get(0))
                .toList();
    }
}
