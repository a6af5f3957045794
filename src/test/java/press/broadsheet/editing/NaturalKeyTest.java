package press.broadsheet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** PUT by the name that an article has where it comes from. */
@QuarkusTest
class NaturalKeyTest {
    private static final String WIRE = "/v1/manage/articles/by-source/north-sea-wire/";

    private final Newsroom newsroom;

    NaturalKeyTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
    }

    @Test
    void the_first_put_adds_the_article_and_the_next_replaces_it() {
        String id = Editor.put(WIRE + "nsw-1", null, draft("One"))
                .statusCode(201)
                .body("origin.source", equalTo("north-sea-wire"))
                .body("origin.externalId", equalTo("nsw-1"))
                .extract()
                .path("id");

        Editor.put(WIRE + "nsw-1", null, draft("One, corrected"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("article.slug", equalTo("one"))
                .body("article.title", equalTo("One, corrected"))
                .body("version", equalTo(1));
        Editor.put(WIRE + "nsw-1", null, draft("One, corrected"))
                .statusCode(200)
                .body("version", equalTo(1));
        Editor.put(WIRE + "nsw-1", "\"0\"", draft("Late")).statusCode(412);
    }

    @Test
    void a_source_may_be_called_revisions() {
        Editor.put("/v1/manage/articles/by-source/revisions/1", null, draft("One"))
                .statusCode(201)
                .body("origin.source", equalTo("revisions"));
    }

    @Test
    void two_sources_may_use_one_name() {
        Editor.put(WIRE + "1", null, draft("One")).statusCode(201);
        Editor.put("/v1/manage/articles/by-source/other/1", null, draft("One")).statusCode(201);
    }

    @Test
    void a_name_that_is_none_is_refused() {
        Editor.put("/v1/manage/articles/by-source/Not%20one/1", null, draft("One"))
                .statusCode(400);
        Editor.put(WIRE + "x".repeat(201), null, draft("One")).statusCode(400);
    }

    @Test
    void many_at_once_add_one_article() throws Exception {
        ExecutorService importers = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int importer = 0; importer < 12; importer++) {
                answers.add(importers.submit(() ->
                        Editor.put(WIRE + "same", null, draft("Same")).extract().statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(201, 200).containsOnlyOnce(201);
        } finally {
            importers.shutdownNow();
        }
    }

    private static Map<String, Object> draft(String title) {
        return Map.of("title", title, "section", "news", "status", "published", "body", Map.of("markdown", "Text."));
    }
}
