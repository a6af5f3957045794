package press.broadsheet.engagement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class ReactionTest {
    private static final int AT_ONCE = 8;

    private final Newsroom newsroom;
    private final String reader = UUID.randomUUID().toString();

    ReactionTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("wow", "Wow!");
        kinds.put("like", "I like it");
        kinds.put("angry", "Angry");
        newsroom.site("The Test", kinds);
        newsroom.section("News");
        newsroom.anArticle("Story").in("news").published();
    }

    @Test
    void a_reaction_counts_once_and_can_be_taken_back() {
        Response first = react("story", "like", reader);
        Response again = react("story", "like", reader);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(count(first.jsonPath(), "like")).isEqualTo(1);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(count(again.jsonPath(), "like")).isEqualTo(1);

        assertThat(takeBack("story", "like", reader)).isEqualTo(204);
        assertThat(takeBack("story", "like", reader)).isEqualTo(204);
        assertThat(count(Newsroom.read("/v1/articles/story/counters"), "like")).isZero();
        assertThat(react("story", "like", reader).statusCode()).isEqualTo(201);
    }

    @Test
    void kinds_stand_in_the_order_of_the_buttons_with_their_labels() {
        react("story", "angry", reader);
        react("story", "wow", reader);
        react("story", "wow", UUID.randomUUID().toString());

        assertThat(Newsroom.read("/v1/articles/story/counters").getList("reactions"))
                .containsExactly(
                        Map.of("kind", "wow", "label", "Wow!", "count", 2),
                        Map.of("kind", "like", "label", "I like it", "count", 0),
                        Map.of("kind", "angry", "label", "Angry", "count", 1));
    }

    @Test
    void the_same_reaction_at_the_same_time_counts_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                answers.add(threads.submit(() -> react("story", "like", reader).statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }

            assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count(Newsroom.read("/v1/articles/story/counters"), "like")).isEqualTo(1);
    }

    @Test
    void an_id_in_capitals_is_the_same_reader() {
        react("story", "like", reader);

        assertThat(react("story", "like", reader.toUpperCase(Locale.ROOT)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_there_is_not_takes_no_reaction() {
        newsroom.anArticle("Draft").in("news").created();

        assertThat(react("story", "hate", reader).statusCode()).isEqualTo(404);
        assertThat(react("story", "like", "me").statusCode()).isEqualTo(404);
        assertThat(react("nothing", "like", reader).statusCode()).isEqualTo(404);
        assertThat(react("draft", "like", reader).statusCode()).isEqualTo(404);
        assertThat(takeBack("story", "hate", reader)).isEqualTo(404);
        assertThat(takeBack("nothing", "like", reader)).isEqualTo(404);
        assertThat(newsroom.rows("select 1 from reaction")).isEmpty();
    }

    @Test
    void nothing_that_is_stored_tells_the_reader_or_joins_two_articles() {
        newsroom.anArticle("Other").in("news").published();
        react("story", "like", reader);
        react("other", "like", reader);

        List<List<?>> stored = newsroom.rows("select distinct encode(reader, 'hex') from reaction");
        assertThat(stored).hasSize(2);
        assertThat(stored.toString()).doesNotContain(reader.replace("-", ""));
    }

    private static Response react(String article, String kind, String reader) {
        return given().put("/v1/articles/{article}/reactions/{kind}/{reader}", article, kind, reader);
    }

    private static int takeBack(String article, String kind, String reader) {
        return given().delete("/v1/articles/{article}/reactions/{kind}/{reader}", article, kind, reader)
                .statusCode();
    }

    private static int count(JsonPath counters, String kind) {
        return counters.getInt("reactions.find { it.kind == '" + kind + "' }.count");
    }
}
