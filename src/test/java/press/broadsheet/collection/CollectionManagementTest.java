package press.broadsheet.collection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Copy;
import press.broadsheet.testing.Newsroom;

/** Collections as editors fill them. What they share with tags is tested with those. */
@QuarkusTest
class CollectionManagementTest {
    private static final String COLLECTIONS = "/v1/manage/collections";
    private static final String READS = COLLECTIONS + "/reads";

    private final Newsroom newsroom;

    CollectionManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        Newsroom.post(COLLECTIONS, Map.of("name", "Reads", "description", "For the weekend."))
                .statusCode(201);
        for (String title : List.of("One", "Two", "Three")) {
            newsroom.anArticle(title).in("news").published();
        }
        newsroom.anArticle("A draft").in("news").created();
        newsroom.anArticle("To come")
                .in("news")
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .created();
    }

    @AfterEach
    void empty() {
        Copy.of(COLLECTIONS + "/featured").put("/items", items()).statusCode(200);
    }

    @Test
    void articles_stand_in_the_editors_order_and_readers_see_those_that_they_may() {
        Copy.of(READS)
                .put("/items", items("two", "a-draft", "one", "to-come"))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("items.article.slug", equalTo(List.of("two", "a-draft", "one", "to-come")))
                .body("items.status", equalTo(List.of("published", "draft", "published", "scheduled")));
        assertThat(shown()).containsExactly("two", "one");

        Copy.of(READS).put("/items", items("one", "two")).statusCode(200);
        assertThat(shown()).containsExactly("one", "two");
        newsroom.withdraw("one");
        assertThat(Copy.of(READS).json().getList("items.status")).containsExactly("withdrawn", "published");
    }

    @Test
    void one_article_comes_and_goes() {
        Copy.of(READS).put("/items/one", "").statusCode(200);
        Copy.of(READS).put("/items/two", "").statusCode(200);
        Copy.of(READS)
                .put("/items/one", "")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("items.article.slug", equalTo(List.of("one", "two")));

        Copy.of(READS)
                .delete("/items/one")
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("items.article.slug", equalTo(List.of("two")));
        assertThat(shown()).containsExactly("two");
        Copy.of(READS).delete("/items/one").statusCode(404);
        Copy.of(READS).delete("/items/no-such").statusCode(404);
        Copy.of(READS).put("/items/no-such", "").statusCode(404);
    }

    @Test
    void what_is_wrong_with_a_list_is_named_where_it_is() {
        Copy copy = Copy.of(READS);

        copy.put("/items", items("one", "no-such", "two", "one", "'; --"))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/items/1", "/items/3", "/items/4")))
                .body("errors.code", equalTo(List.of("unknown", "duplicate", "unknown")));
        copy.put("/items", Map.of()).statusCode(422).body("errors.pointer", equalTo(List.of("/items")));
        copy.put(
                        "/items",
                        Map.of(
                                "items",
                                IntStream.rangeClosed(0, Collection.MOST_ARTICLES)
                                        .mapToObj(String::valueOf)
                                        .toList()))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/items")));
        assertThat(shown()).isEmpty();
    }

    @Test
    void of_two_editors_who_order_it_at_once_the_second_is_told_the_new_version() {
        Copy one = Copy.of(READS);
        Copy two = Copy.of(READS);
        one.put("/items", items("one", "two")).statusCode(200);

        two.put("/items", items("two")).statusCode(412).header("ETag", equalTo("\"1\""));
        two.put("/items/three", "").statusCode(412);
        two.delete("/items/one").statusCode(412);
        Newsroom.put(READS + "/items", items("two")).statusCode(428);
        assertThat(shown()).containsExactly("one", "two");
    }

    @Test
    void a_full_collection_takes_no_more() {
        newsroom.sql("""
                insert into article (id, slug, type, title, lang, section_id, story_id, title_key, state, created_at, updated_at)
                select gen_random_uuid(), 'filler-' || n, 'article', 'Filler', 'en', s.id, gen_random_uuid(), 'filler',
                       'draft', now(), now()
                from section s cross join generate_series(1, 100) n;
                insert into collection_item (collection_id, position, article_id)
                select c.id, row_number() over (partition by c.id order by a.id) - 1, a.id
                from article a cross join collection c where c.slug in ('reads', 'featured') and a.title = 'Filler'""");

        Copy.of(READS).put("/items/one", "").statusCode(409);
        newsroom.anArticle("Best").in("news").with("featured", true).sent().statusCode(409);
        assertThat(newsroom.rows("select 1 from article where slug = 'best'")).isEmpty();
        Copy.of(READS).delete("/items/filler-7").statusCode(200);
        Copy.of(READS).put("/items/one", "").statusCode(200);
    }

    @Test
    void the_featured_collection_keeps_its_slug_and_can_t_be_deleted() {
        Copy featured = Copy.of(COLLECTIONS + "/featured");

        featured.delete().statusCode(409);
        featured.patch(Map.of("slug", "front")).statusCode(409);
        featured.patch(Map.of("name", "Featured")).statusCode(200);
        Newsroom.get("/v1/collections/featured").statusCode(200);
    }

    @Test
    void what_is_featured_is_recommended_at_once_in_its_order() {
        String recommendations = "/v1/recommendations?limit=2";
        String tag = Newsroom.get(recommendations).extract().header("ETag");

        Copy.of(COLLECTIONS + "/featured").put("/items", items("one", "two")).statusCode(200);

        given().header("If-None-Match", tag)
                .get(recommendations)
                .then()
                .statusCode(200)
                .body("items.article.slug", equalTo(List.of("one", "two")));
    }

    @Test
    void a_collection_is_made_with_its_address() {
        given().auth()
                .oauth2(Newsroom.KEY)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Best of the year", "slug", "best"))
                .post(COLLECTIONS)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("slug", equalTo("best"))
                .body("items", equalTo(List.of()));
        Newsroom.post(COLLECTIONS, Map.of("name", "Best")).statusCode(201).body("slug", equalTo("best-2"));
        Newsroom.post(COLLECTIONS, Map.of("name", "")).statusCode(422);
    }

    private static Map<String, Object> items(String... articles) {
        return Map.of("items", List.of(articles));
    }

    private static List<String> shown() {
        return Newsroom.read("/v1/collections/reads").getList("items.slug");
    }
}
