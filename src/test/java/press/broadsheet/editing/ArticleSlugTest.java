package press.broadsheet.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** What a new article is called. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ArticleSlugTest {
    private final Newsroom newsroom;
    private final ArticleEditing editing;
    private boolean loaded;

    ArticleSlugTest(Newsroom newsroom, ArticleEditing editing) {
        this.newsroom = newsroom;
        this.editing = editing;
    }

    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
        newsroom.tag("topic", "Rail");
        newsroom.tag("place", "Harbour");
        newsroom.author("Ada");
        newsroom.author("Bo");
    }

    @Test
    void a_slug_is_made_of_the_title_and_numbered_where_it_is_taken() {
        assertThat(slugOf(newsroom.anArticle("Größe über alles: ein Test!").in("news")))
                .isEqualTo("groesse-ueber-alles-ein-test");
        assertThat(slugOf(newsroom.anArticle("Weather").in("news"))).isEqualTo("weather");
        assertThat(slugOf(newsroom.anArticle("Weather!").in("news"))).isEqualTo("weather-2");
        assertThat(slugOf(newsroom.anArticle("weather?").in("city"))).isEqualTo("weather-3");
        assertThat(slugOf(newsroom.anArticle("!?").in("news"))).isEqualTo("untitled");
    }

    @Test
    void more_of_one_title_than_are_numbered_still_get_slugs() {
        for (int number = 0; number < 12; number++) {
            assertThat(slugOf(newsroom.anArticle("Tides").in("news"))).startsWith("tides");
        }
    }

    @Test
    void a_slug_that_is_given_is_taken_as_it_is_or_refused() {
        assertThat(slugOf(newsroom.anArticle("Given").in("news").with("slug", "my-own")))
                .isEqualTo("my-own");

        JsonPath refused = newsroom.anArticle("Given again")
                .in("news")
                .with("slug", "my-own")
                .sent()
                .statusCode(409)
                .extract()
                .jsonPath();
        assertThat(refused.getList("errors.pointer")).containsExactly("/slug");
        assertThat(refused.getList("errors.code")).containsExactly("taken");
    }

    @Test
    void a_slug_that_was_once_another_s_is_never_given_again() {
        UUID id =
                UUID.fromString(made(newsroom.anArticle("Moving on").in("news").with("status", "published"))
                        .getString("article.id"));
        QuarkusTransaction.requiringNew().run(() -> editing.rename(id, "moved-on"));

        newsroom.anArticle("Anything")
                .in("news")
                .with("slug", "moving-on")
                .sent()
                .statusCode(409);
        assertThat(slugOf(newsroom.anArticle("Moving on").in("news"))).isEqualTo("moving-on-2");
    }

    private static JsonPath made(Newsroom.Draft draft) {
        return draft.sent().statusCode(201).extract().jsonPath();
    }

    private static String slugOf(Newsroom.Draft draft) {
        return made(draft).getString("article.slug");
    }
}
