package press.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** Two reports of one story and one other; how editors see and correct that, and what lists show of it. */
@QuarkusTest
class StoryManagementTest {
    private static final String RELATED = "/v1/articles/other/related?limit=3";

    private final Newsroom newsroom;
    private final Instant now = Instant.now();

    StoryManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Storms");
        publish("First", StoryFindingTest.AGENCY, 3);
        publish("Second", StoryFindingTest.AGENCY.replace("eight million", "nine million"), 2);
        publish("Other", "Something else altogether.", 1);
    }

    @Test
    void a_story_tells_its_members_how_alike_they_are_and_why() {
        JsonPath story = story("first");

        assertThat(story.getString("id")).isEqualTo(story.getString("members[0].id"));
        assertThat(story.getList("members.slug")).containsExactly("first", "second");
        assertThat(story.getList("members.reason")).containsExactly("first", "same-text");
        assertThat(story.getString("members[1].likeArticle")).isEqualTo(story.getString("members[0].id"));
        assertThat(story.getDouble("members[1].similarity.text")).isBetween(0.9, 0.99);
        assertThat(story.getDouble("members[1].similarity.words")).isBetween(0.9, 1.0);
        assertThat(story.getBoolean("led")).isFalse();
    }

    @Test
    void lists_show_the_newest_of_a_story() {
        assertThat(shown()).containsExactly("second");
    }

    @Test
    void lists_show_what_an_editor_chose() {
        correct("first", Map.of("lead", true)).statusCode(200);
        assertThat(shown()).containsExactly("first");
        assertThat(story("second").getList("members.lead")).containsExactly(true, false);

        correct("first", Map.of("lead", false)).statusCode(200);
        assertThat(shown()).containsExactly("second");
    }

    @Test
    void what_a_reader_asks_for_stands_above_what_the_story_shows() {
        newsroom.anArticle("American")
                .in("news")
                .tagged("storms")
                .with("lang", "en-US")
                .with("body", Map.of("markdown", StoryFindingTest.AGENCY))
                .publishedAt(now.minus(Duration.ofHours(4)));
        correct("first", Map.of("lead", true)).statusCode(200);

        assertThat(story("first").getList("members.slug")).contains("american");
        assertThat(shown()).containsExactly("first");
        assertThat(Newsroom.read(RELATED + "&lang=en-US").getList("items.article.slug"))
                .containsExactly("american");
    }

    @Test
    void who_leaves_is_alone_and_never_found_again() {
        Editor.delete(path("first"), Editor.ANY).statusCode(204);
        publish("Third", StoryFindingTest.AGENCY, 0);

        assertThat(story("first").getList("members.slug")).containsExactly("first");
        assertThat(story("first").getList("members.reason")).containsExactly("left");
        assertThat(story("second").getList("members.slug")).containsExactly("second", "third");
        assertThat(story("second").getString("id")).isEqualTo(story("second").getString("members[0].id"));
    }

    @Test
    void an_editor_puts_articles_together() {
        correct("other", Map.of("join", "second", "lead", true)).statusCode(200);

        JsonPath story = story("first");
        assertThat(story.getList("members.slug")).containsExactly("first", "second", "other");
        assertThat(story.getList("members.reason")).containsExactly("first", "same-text", "joined");
        assertThat(story.getBoolean("led")).isTrue();
        assertThat(story.<Object>get("members[2].similarity")).isNull();
    }

    @Test
    void a_correction_names_another_article_of_the_language() {
        newsroom.anArticle("Anders").in("news").with("lang", "nl").published();

        for (String other : List.of("nowhere", "first", "anders")) {
            assertThat(correct("first", Map.of("join", other))
                            .statusCode(422)
                            .extract()
                            .jsonPath()
                            .getList("errors.pointer"))
                    .containsExactly("/join");
        }
        correct("nowhere", Map.of("lead", true)).statusCode(404);
    }

    @Test
    void a_correction_is_made_to_the_story_that_the_editor_has_read() {
        String read = Editor.get(path("first")).extract().header("ETag");
        Editor.patch(path("first"), null, Map.of("lead", true)).statusCode(428);
        Editor.delete(path("first"), null).statusCode(428);
        publish("Third", StoryFindingTest.AGENCY, 0);

        Editor.patch(path("first"), read, Map.of("lead", true)).statusCode(412);
        Editor.delete(path("first"), read).statusCode(412);

        String now = Editor.get(path("first")).extract().header("ETag");
        assertThat(now).isNotEqualTo(read);
        Editor.patch(path("first"), now, Map.of("lead", true))
                .statusCode(200)
                .header("ETag", not(now))
                .body("members.lead", contains(true, false, false));
    }

    @Test
    void a_correction_is_in_the_log_of_changes_and_readers_are_not_told() {
        long last = newsroom.lastChange();
        correct("other", Map.of("join", "second")).statusCode(200);
        Editor.delete(path("other"), Editor.ANY).statusCode(204);

        assertThat(newsroom.rows(
                        "select kind, type, slug, visible, actor from change where actor <> 'broadsheet' and number > "
                                + last))
                .containsExactly(
                        List.of("update", "story", "other", false, "tests"),
                        List.of("update", "story", "other", false, "tests"));
        assertThat(Editor.read("/v1/manage/audit?type=story&limit=2").getList("items.slug"))
                .containsExactly("other", "other");
    }

    @Test
    void an_article_that_changes_its_language_leaves_the_story_whoever_put_it_there() {
        correct("other", Map.of("join", "second")).statusCode(200);

        for (String slug : List.of("other", "first")) {
            Editor.patch("/v1/manage/articles/" + slug, Editor.ANY, Map.of("lang", "nl"))
                    .statusCode(200);
            assertThat(story(slug).getList("members.slug")).containsExactly(slug);
        }
        assertThat(story("second").getList("members.slug")).containsExactly("second");
    }

    @Test
    void what_leaves_the_public_leaves_the_lists_and_the_story_shows_another() {
        correct("second", Map.of("lead", true)).statusCode(200);
        Editor.post("/v1/manage/articles/second/unpublish", Editor.ANY, "").statusCode(200);

        assertThat(shown()).containsExactly("first");
        assertThat(story("first").getList("members.state")).containsExactly("published", "withdrawn");
    }

    @Test
    void what_is_scheduled_joins_the_story_and_shows_only_when_it_is_there() {
        newsroom.anArticle("Third")
                .in("news")
                .tagged("storms")
                .with("body", Map.of("markdown", StoryFindingTest.AGENCY))
                .with("publishAt", now.plus(Duration.ofHours(1)).toString())
                .created();

        assertThat(story("third").getList("members.slug")).containsExactly("first", "second", "third");
        assertThat(shown()).containsExactly("second");
    }

    private void publish(String title, String text, int hoursAgo) {
        newsroom.anArticle(title)
                .in("news")
                .tagged("storms")
                .with("body", Map.of("markdown", text))
                .publishedAt(now.minus(Duration.ofHours(hoursAgo)));
    }

    private static List<String> shown() {
        return Newsroom.read(RELATED).getList("items.article.slug");
    }

    private static JsonPath story(String slug) {
        return Editor.read(path(slug));
    }

    private static ValidatableResponse correct(String slug, Map<String, Object> draft) {
        return Editor.patch(path(slug), Editor.ANY, draft);
    }

    private static String path(String slug) {
        return "/v1/manage/articles/" + slug + "/story";
    }
}
