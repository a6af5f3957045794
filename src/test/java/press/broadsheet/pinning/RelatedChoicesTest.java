package press.broadsheet.pinning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** What editors want beside an article: of six that have its tag, the newest stand first by themselves. */
@QuarkusTest
class RelatedChoicesTest {
    private static final String CHOICES = "/v1/manage/articles/subject/related";
    private static final String RELATED = "/v1/articles/subject/related";

    private final Newsroom newsroom;

    RelatedChoicesTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Coast");
        for (String title : List.of("Subject", "Ahk", "Boc", "Cud", "Dif", "Efg", "Fug")) {
            publish(title);
        }
        newsroom.anArticle("Hidden").in("news").created();
    }

    private void publish(String title) {
        newsroom.anArticle(title)
                .in("news")
                .tagged("coast")
                .with("body", Map.of("markdown", title))
                .publishedAt(Instant.now().minus(Duration.ofMinutes(title.charAt(0))));
    }

    @Test
    void without_choices_the_list_is_as_it_is_found() {
        assertThat(titles(3)).containsExactly("Ahk", "Boc", "Cud");
        assertThat(chosen("pins")).isEmpty();
        assertThat(chosen("exclusions")).isEmpty();
    }

    @Test
    void pins_stand_first_in_their_order_and_only_once() {
        choose(List.of("fug", "hidden", "boc"), List.of());

        assertThat(titles(6)).containsExactly("Fug", "Boc", "Ahk", "Cud", "Dif", "Efg");
        assertThat(Newsroom.read(RELATED).getList("items.reason", String.class).subList(0, 3))
                .containsExactly("pinned", "pinned", "shared-tags");
        assertThat(chosen("pins")).containsExactly("fug", "hidden", "boc");
    }

    @Test
    void what_is_excluded_stands_nowhere_not_even_to_fill_the_list() {
        choose(List.of(), List.of("ahk", "cud"));

        assertThat(titles(50)).containsExactly("Boc", "Dif", "Efg", "Fug");
        assertThat(Newsroom.read("/v1/articles/subject/page").getList("related.items.article.title"))
                .doesNotContain("Ahk", "Cud");
    }

    @Test
    void the_last_choice_replaces_the_ones_before() {
        choose(List.of("fug"), List.of("ahk"));
        choose(List.of(), List.of());

        assertThat(titles(3)).containsExactly("Ahk", "Boc", "Cud");
    }

    @Test
    void every_fault_is_named() {
        ValidatableResponse refused = Editor.put(
                CHOICES,
                Editor.ANY,
                Map.of("pins", List.of("nowhere", "ahk", "subject"), "exclusions", List.of("ahk", "boc", "boc")));

        assertThat(refused.statusCode(422).extract().jsonPath().getList("errors.pointer"))
                .containsExactly("/pins/0", "/pins/2", "/exclusions/2", "/exclusions/0");
        assertThat(refused.extract().jsonPath().getList("errors.code"))
                .containsExactly("unknown", "contradictory", "duplicate", "contradictory");
        Editor.put("/v1/manage/articles/nowhere/related", Editor.ANY, Map.of()).statusCode(404);
    }

    @Test
    void twenty_pins_are_the_most() {
        List<String> many = IntStream.range(0, 21).mapToObj(n -> "a-" + n).toList();

        Editor.put(CHOICES, Editor.ANY, Map.of("pins", many)).statusCode(422).body("errors.pointer", contains("/pins"));
    }

    @Test
    void a_choice_is_made_to_the_version_that_the_editor_has_read() {
        Editor.put(CHOICES, null, Map.of()).statusCode(428);
        Editor.put(CHOICES, "\"0\"", Map.of("pins", List.of("fug")))
                .statusCode(200)
                .header("ETag", "\"1\"");

        Editor.put(CHOICES, "\"0\"", Map.of("pins", List.of("boc")))
                .statusCode(412)
                .header("ETag", "\"1\"");

        Editor.get(CHOICES).header("ETag", "\"1\"").body("pins.slug", contains("fug"));
    }

    @Test
    void ids_are_as_good_as_slugs() {
        String id = Newsroom.read("/v1/articles/fug").getString("id");
        String subject = Newsroom.read("/v1/articles/subject").getString("id");

        Editor.put("/v1/manage/articles/" + subject + "/related", Editor.ANY, Map.of("pins", List.of(id)))
                .statusCode(200);

        assertThat(titles(2)).containsExactly("Fug", "Ahk");
    }

    @Test
    void a_pinned_draft_is_in_no_public_answer_until_it_is_published() {
        choose(List.of("hidden"), List.of());
        for (String path : List.of(RELATED + "?limit=50&explain=true", "/v1/articles/subject/page")) {
            assertThat(Newsroom.get(path).extract().asString()).doesNotContain("Hidden", "hidden");
        }

        Editor.patch("/v1/manage/articles/hidden", Editor.ANY, Map.of("body", Map.of("markdown", "At last")))
                .statusCode(200);
        Editor.post("/v1/manage/articles/hidden/publish", Editor.ANY, "").statusCode(200);

        assertThat(titles(2)).containsExactly("Hidden", "Ahk");
    }

    @Test
    void a_pin_shows_the_very_article_whatever_its_story_shows() {
        Editor.patch("/v1/manage/articles/boc/story", Editor.ANY, Map.of("join", "ahk"))
                .statusCode(200);
        choose(List.of("boc"), List.of());

        assertThat(titles(3)).containsExactly("Boc", "Cud", "Dif");
    }

    @Test
    void a_choice_changes_the_readers_answer_and_is_in_the_log() {
        long last = newsroom.lastChange();
        String before = Newsroom.get(RELATED).extract().header("ETag");
        choose(List.of("fug"), List.of("ahk"));

        String after = Newsroom.get(RELATED).extract().header("ETag");
        assertThat(after).isNotEqualTo(before);
        assertThat(newsroom.rows(
                        "select kind, type, slug, visible, actor from change where actor <> 'broadsheet' and number > "
                                + last))
                .containsExactly(List.of("update", "related", "subject", false, "tests"));
    }

    private static void choose(List<String> pins, List<String> exclusions) {
        Editor.put(CHOICES, Editor.ANY, Map.of("pins", pins, "exclusions", exclusions))
                .statusCode(200);
    }

    private static List<String> chosen(String what) {
        return Editor.read(CHOICES).getList(what + ".slug");
    }

    private static List<String> titles(int limit) {
        return Newsroom.read(RELATED + "?limit=" + limit).getList("items.article.title", String.class);
    }
}
