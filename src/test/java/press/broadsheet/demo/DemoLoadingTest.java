package press.broadsheet.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Demonstration;
import press.broadsheet.testing.Newsroom;

/** What a first start brings along. */
@QuarkusTest
@TestProfile(Demonstration.class)
class DemoLoadingTest {
    @Inject
    Newsroom newsroom;

    @Inject
    DemoLoading loading;

    @Inject
    Session session;

    @Test
    void there_is_a_newsroom_worth_looking_at() {
        assertThat(number("select count(*) from article")).isGreaterThanOrEqualTo(80);
        assertThat(number("select count(*) from section")).isGreaterThanOrEqualTo(10);
        assertThat(number("select count(*) from tag")).isGreaterThanOrEqualTo(80);
        assertThat(number("select count(*) from author")).isGreaterThanOrEqualTo(12);
        assertThat(number("select count(distinct split_part(lang, '-', 1)) from article"))
                .isGreaterThanOrEqualTo(2);
        assertThat(number("select count(*) from reaction")).isPositive();
        assertThat(number("select count(*) from article_views")).isPositive();
        assertThat(Newsroom.read("/v1/collections/featured").getList("items")).isNotEmpty();
    }

    @Test
    void every_state_of_an_article_is_there_to_be_seen() {
        String draft = slug("state = 'draft'");
        String scheduled = slug("state = 'published' and published_at > now()");
        String withdrawn = slug("state = 'withdrawn'");

        Newsroom.get("/v1/articles/" + draft).statusCode(404);
        Newsroom.get("/v1/articles/" + scheduled).statusCode(404);
        Newsroom.get("/v1/articles/" + withdrawn).statusCode(410);
    }

    @Test
    void nothing_speaks_of_the_storm_before_it_came() {
        assertThat(Newsroom.read("/v1/articles?tag=november-storm&sort=publishedAt&limit=2&fields=slug")
                        .getList("items.slug", String.class))
                .containsExactly(
                        "storm-live-the-night-the-alde-came-up-ferry-lane",
                        "storm-floods-old-town-as-alde-reaches-record-height");
    }

    @Test
    void renamed_articles_are_found_under_their_former_slugs() {
        List<List<?>> renamed = newsroom.rows("""
                select f.slug, a.slug from article_former_slug f join published_article a on a.id = f.article_id""");

        assertThat(renamed).isNotEmpty();
        renamed.forEach(slugs -> {
            Response answer = given().redirects().follow(false).get("/v1/articles/" + slugs.get(0));
            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.header("Location")).endsWith("/v1/articles/" + slugs.get(1));
        });
    }

    @Test
    void every_article_has_a_page_that_is_full() {
        List<String> slugs = Newsroom.read("/v1/articles?limit=100&lang=en").getList("items.slug");

        assertThat(slugs).isNotEmpty().allSatisfy(slug -> {
            JsonPath page = Newsroom.read("/v1/articles/" + slug + "/page");
            assertThat(page.getList("related.items")).hasSize(10);
            assertThat(page.getList("ranking.items")).hasSize(8);
            assertThat(page.getList("recommendations.items")).hasSize(8);
        });
    }

    @Test
    void totals_are_the_sums_of_the_hours() {
        assertThat(newsroom.rows("""
                select article_id from article_view_total full join (
                    select article_id, sum(views) as views from article_views group by 1) hours using (article_id)
                where article_view_total.views is distinct from hours.views""")).isEmpty();
    }

    @Test
    void a_second_start_changes_nothing() {
        List<List<?>> before = newsroom.rows("select max(number) from change where kind <> 'update'");

        loading.start(new StartupEvent());

        assertThat(newsroom.rows("select max(number) from change where kind <> 'update'"))
                .isEqualTo(before);
    }

    @Test
    void a_database_that_holds_anything_is_left_alone() {
        QuarkusTransaction.begin();
        try {
            session.createNativeMutationQuery(
                            "truncate article, article_body, article_tag, article_author, article_former_slug,"
                                    + " collection_item, tag, author, section cascade")
                    .executeUpdate();
            session.createNativeMutationQuery(
                            "insert into author (id, slug, name) values (gen_random_uuid(), 'ada', 'Ada')")
                    .executeUpdate();

            loading.start(new StartupEvent());

            assertThat(session.createNativeQuery("select count(*) from section", Long.class)
                            .getSingleResult())
                    .isZero();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private long number(String query) {
        return (Long) newsroom.rows(query).get(0).get(0);
    }

    private String slug(String condition) {
        List<List<?>> found = newsroom.rows("select slug from article where " + condition + " limit 1");
        assertThat(found).as(condition).isNotEmpty();
        return (String) found.get(0).get(0);
    }
}
