package press.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** The vectors that search reads are those that its articles should have, however these came to be what they are. */
@QuarkusTest
class SearchFillingTest {
    /** What triggers have written, and what would be written anew. */
    private static final String KEPT = """
            select a.slug, s.config = search_config(a.lang) and s.vector = search_vector(a)
            from article a left join article_search s on s.article_id = a.id
            where a.state = 'published' or s.article_id is not null
            order by a.slug""";

    private final Newsroom newsroom;

    SearchFillingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("Culture");
        Stream.of("Rail", "Rails", "Harbour").forEach(name -> newsroom.tag("topic", name));
        newsroom.author("Ada");
        newsroom.author("Bo");
        Stream.of("One", "Two", "Three").forEach(title -> newsroom.anArticle(title)
                .in("news")
                .tagged("rail", "harbour")
                .by("ada")
                .published());
        newsroom.anArticle("Draft").in("news").tagged("rail").created();
    }

    @Test
    void triggers_keep_vectors_as_they_would_be_made_anew() {
        patch("one", Map.of("title", "Changed", "lang", "de", "authors", List.of("bo")));
        patch("two", Map.of("section", "culture", "tags", List.of("harbour", "rails"), "type", "review"));
        patch(
                "three",
                Map.of(
                        "body",
                        Map.of("markdown", "Another."),
                        "summary",
                        "New.",
                        "tags",
                        List.of(),
                        "authors",
                        List.of()));
        Editor.post("/v1/manage/tags/rails/merge", null, Map.of("into", "harbour"))
                .statusCode(200);
        Editor.post("/v1/manage/articles/draft/publish").statusCode(200);
        newsroom.sql("update article set published_at = '2001-02-03T04:05:06Z' where slug = 'three'");

        assertThat(newsroom.rows(KEPT))
                .isEqualTo(List.of(
                        List.of("draft", true), List.of("one", true), List.of("three", true), List.of("two", true)));
    }

    @Test
    void what_is_no_longer_published_has_none() {
        newsroom.withdraw("one");
        Editor.delete("/v1/manage/articles/two", Editor.ANY).statusCode(204);

        assertThat(newsroom.rows(KEPT)).isEqualTo(List.of(List.of("three", true)));
        assertThat(newsroom.rows("select count(*) from article_search")).isEqualTo(List.of(List.of(1L)));
    }

    @Test
    void articles_older_than_search_are_filled_in_and_newer_vectors_stay() {
        newsroom.sql("""
                insert into search_due select id from article;
                delete from article_search where article_id <> (select id from article where slug = 'two');
                update article_search set vector = 'newer'""");

        assertThat(newsroom.rows("select search_fill(3)")).isEqualTo(List.of(List.of(3)));
        assertThat(newsroom.rows("select search_fill(3)")).isEqualTo(List.of(List.of(1)));
        assertThat(newsroom.rows("select search_fill(3)")).isEqualTo(List.of(List.of(0)));
        assertThat(newsroom.rows(KEPT))
                .isEqualTo(List.of(List.of("one", true), List.of("three", true), List.of("two", false)));
    }

    private static void patch(String slug, Map<String, Object> patch) {
        Editor.patch("/v1/manage/articles/" + slug, Editor.ANY, patch).statusCode(200);
    }
}
