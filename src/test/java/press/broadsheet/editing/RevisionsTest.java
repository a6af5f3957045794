package press.broadsheet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** Every save is a revision: listed, read, compared and restored. */
@QuarkusTest
class RevisionsTest {
    private final Newsroom newsroom;
    private String path;

    RevisionsTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void edit() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        String slug = newsroom.anArticle("First").in("news").created();
        path = "/v1/manage/articles/"
                + Editor.read("/v1/manage/articles/" + slug).getString("id");
        Editor.patch(path, "\"0\"", Map.of("title", "Second", "tags", List.of("rail")))
                .statusCode(200);
        Editor.post(path + "/publish").statusCode(200);
        Editor.patch(path, "\"2\"", Map.of("title", "Third")).statusCode(200);
    }

    @Test
    void they_are_listed_with_who_and_when_the_newest_first() {
        JsonPath all = Editor.read(path + "/revisions");

        assertThat(all.getList("items.version")).containsExactly(3, 2, 1, 0);
        assertThat(all.getList("items.action")).containsExactly("update", "publish", "update", "create");
        assertThat(all.getList("items.title")).containsExactly("Third", "Second", "Second", "First");
        assertThat(all.getList("items.actor")).containsOnly("tests");
        assertThat(all.getList("items.at")).doesNotContainNull();
    }

    @Test
    void they_are_paged() {
        JsonPath first = Editor.read(path + "/revisions?limit=3");
        JsonPath second = Editor.read(path + "/revisions?limit=3&cursor=" + first.getString("page.next"));

        assertThat(second.getList("items.version")).containsExactly(0);
        assertThat(second.getString("page.next")).isNull();
    }

    @Test
    void two_are_compared_field_by_field() {
        JsonPath changes = Editor.read(path + "/revisions/3/changes?since=0");

        assertThat(changes.getList("changes.pointer"))
                .contains("/title", "/tags", "/status")
                .doesNotContain("/body");
        assertThat(changes.getString("changes.find { it.pointer == '/title' }.before"))
                .isEqualTo("First");
        assertThat(changes.getString("changes.find { it.pointer == '/title' }.after"))
                .isEqualTo("Third");
        assertThat(Editor.read(path + "/revisions/3/changes").getInt("from")).isEqualTo(2);
    }

    @Test
    void an_old_one_is_restored_as_a_new_one_and_the_article_stays_where_it_is() {
        Editor.post(path + "/revisions/0/restore", null, "").statusCode(428);
        Editor.post(path + "/revisions/0/restore", "\"3\"", "")
                .statusCode(200)
                .body("article.title", equalTo("First"))
                .body("article.tags", equalTo(List.of()))
                .body("article.slug", equalTo("first"))
                .body("status", equalTo("published"))
                .body("version", equalTo(4));

        assertThat(Editor.read(path + "/revisions").getString("items[0].action"))
                .isEqualTo("restore");
        assertThat(Newsroom.read("/v1/articles/first").getString("title")).isEqualTo("First");
    }

    @Test
    void the_article_may_be_named_by_its_slug() {
        newsroom.anArticle("By source").in("news").created();
        String named = "/v1/manage/articles/by-source/revisions";
        Editor.patch("/v1/manage/articles/by-source", "\"0\"", Map.of("title", "Changed"))
                .statusCode(200);

        assertThat(Editor.read(named).getList("items.version")).containsExactly(1, 0);
        assertThat(Editor.read(named + "/0").getString("content.title")).isEqualTo("By source");
        assertThat(Editor.read(named + "/1/changes").getList("changes.pointer")).contains("/title");
        Editor.post(named + "/0/restore", "\"1\"", "").statusCode(200).body("article.title", equalTo("By source"));
    }

    @Test
    void what_is_not_there_is_404() {
        Editor.get(path + "/revisions/9").statusCode(404);
        Editor.get(path + "/revisions/x").statusCode(404);
        Editor.get("/v1/manage/articles/01a208d1-1ee3-7a28-bbbd-a35d557d1b02/revisions")
                .statusCode(404);
        Editor.post(path + "/revisions/9/restore", Editor.ANY, "").statusCode(404);
    }
}
