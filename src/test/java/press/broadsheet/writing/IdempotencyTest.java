package press.broadsheet.writing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class IdempotencyTest {
    private static final Map<String, String> RAIL = Map.of("type", "topic", "name", "Rail");

    private final Newsroom newsroom;

    IdempotencyTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.sql("truncate idempotency_key");
    }

    @Test
    void a_retry_is_answered_with_the_first_answer_and_changes_nothing() {
        Response first = create("\"one\"", RAIL);
        Response second = create("\"one\"", RAIL);

        first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")))
                .header("Content-Type", equalTo(first.header("Content-Type")));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(tags()).isEqualTo(1);
    }

    @Test
    void the_key_means_the_same_with_and_without_quotes() {
        create("\"one\"", RAIL).then().statusCode(201);
        create("one", RAIL).then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        create("one", RAIL);

        create("one", Map.of("type", "topic", "name", "Road"))
                .then()
                .statusCode(422)
                .body("errors[0].header", equalTo("Idempotency-Key"));
        given().auth()
                .oauth2(Newsroom.KEY)
                .header("Idempotency-Key", "one")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Rail"))
                .post("/v1/manage/authors")
                .then()
                .statusCode(422);
        assertThat(tags()).isEqualTo(1);
    }

    @Test
    void a_request_that_was_refused_may_be_sent_again_corrected() {
        create("one", Map.of("type", "topic")).then().statusCode(422);
        create("one", RAIL).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void a_key_that_is_none_is_refused() {
        for (String key : List.of("\"\"", "a b", "\"a", "x".repeat(256), "\"a\\b\"")) {
            create(key, RAIL).then().statusCode(400).body("errors[0].header", equalTo("Idempotency-Key"));
        }
        assertThat(tags()).isZero();
    }

    @Test
    void many_retries_at_once_make_one_thing() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String key = UUID.randomUUID().toString();
                Map<String, String> draft = Map.of("type", "topic", "name", "Rail " + round);
                List<Future<Response>> answers = new ArrayList<>();
                for (int retry = 0; retry < 8; retry++) {
                    answers.add(clients.submit(() -> create(key, draft)));
                }
                for (Future<Response> answer : answers) {
                    assertThat(answer.get().statusCode()).isIn(Set.of(201, 409));
                }
                assertThat(create(key, draft).statusCode()).isEqualTo(201);
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(tags()).isEqualTo(10);
    }

    private long tags() {
        return (Long) newsroom.rows("select count(*) from tag").get(0).get(0);
    }

    private static Response create(String key, Map<String, String> draft) {
        return given().auth()
                .oauth2(Newsroom.KEY)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/v1/manage/tags");
    }
}
