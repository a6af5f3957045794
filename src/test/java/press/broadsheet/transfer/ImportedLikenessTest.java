package press.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** What is imported is told from other articles, and found to be like them, as what editors save. */
@QuarkusTest
class ImportedLikenessTest {
    private static final String STORM = """
            A storm that meteorologists had expected further north closed the harbour on Monday evening and cut the power of \
            eleven thousand households along the coast. Nobody was hurt, the fire service said. The ferry to the islands turned \
            back an hour after it had left, with two hundred passengers on board, and most of them spent the night in the \
            school at the quay. Waves of six metres broke over the unfinished part of the sea wall.""";

    private static final String VOTE = """
            Councillors voted by thirty to twenty two for raising the sea wall by a metre over its whole length, and took the \
            money that the ministry had offered for that in spring. The mayor, who had argued for waiting, abstained. Work on \
            the first part begins in March, the treasurer said, and the last will be done when the bridge is. Residents of the \
            lower town had collected four thousand signatures for a wall that does not end before their street.""";

    private final Newsroom newsroom;
    private final Instant now = Instant.parse("2025-05-05T05:00:00Z");

    ImportedLikenessTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** An article of a few; the last ones are like those before them, under other titles. */
    private record Piece(String slug, String title, String lang, String text, int hours) {
        String line(Instant now) {
            return """
                    {"type":"article","draft":{"slug":"%s","title":"%s","section":"news","lang":"%s","status":"published",\
                    "publishedAt":"%s","body":{"markdown":"%s"}}}
                    """.formatted(slug, title, lang, now.plus(Duration.ofHours(hours)), text);
        }
    }

    private static final List<Piece> PIECES = List.of(
            new Piece("storm", "Storm closes harbour", "en", STORM, 0),
            new Piece("vote", "Council votes for wall", "en", VOTE, 1),
            new Piece("ferry", "Ferry turns back", "en", STORM.replace("eleven thousand", "twelve thousand"), 2),
            new Piece("veerboot", "Storm closes harbour", "nl", STORM, 3),
            new Piece("wall", "A metre more", "en", VOTE.substring(0, VOTE.indexOf("Residents")), 4),
            new Piece("later", "Storm closes harbour", "en", STORM, 24 * 9));

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
    }

    @Test
    void words_and_fingerprints_are_those_of_a_saved_article() {
        save(PIECES.get(0));
        Sending.imported(PIECES.get(0).line(now.plus(Duration.ofDays(30))).replace("\"storm\"", "\"imported\""));

        assertThat(newsroom.rows("""
                        select count(*), count(distinct (v.terms, v.weights, v.corpus, f.hashes))
                        from article_terms v join article_fingerprint f using (article_id)""")).containsExactly(List.of(2L, 1L));
    }

    @Test
    void stories_are_those_that_saving_one_by_one_finds() {
        PIECES.forEach(this::save);
        List<List<?>> saved = stories();
        clear();

        Sending.imported(lines(PIECES));

        assertThat(stories()).isEqualTo(saved);
        assertThat(saved)
                .extracting(row -> row.get(0))
                .asString()
                .isEqualTo("[ferry storm, later, veerboot, vote wall]");
    }

    @Test
    void stories_go_on_from_batch_to_batch() {
        Sending.imported(lines(PIECES.subList(0, 2)));
        Sending.imported(lines(PIECES.subList(2, 6)));

        assertThat(stories())
                .extracting(row -> row.get(0))
                .asString()
                .isEqualTo("[ferry storm, later, veerboot, vote wall]");
    }

    @Test
    void what_editors_chose_comes_back_with_an_export() {
        Sending.imported(lines(PIECES));
        Editor.put(
                        "/v1/manage/articles/storm/related",
                        Editor.ANY,
                        Map.of("pins", List.of("later"), "exclusions", List.of("vote")))
                .statusCode(200);
        Editor.patch("/v1/manage/articles/storm/story", Editor.ANY, Map.of("lead", true))
                .statusCode(200);
        Editor.delete("/v1/manage/articles/wall/story", Editor.ANY).statusCode(204);
        String exported = Sending.export();
        newsroom.clear();

        JsonPath imported = Sending.imported(exported);

        assertThat(Sending.report(imported)).isEmpty();
        assertThat(Editor.read("/v1/manage/articles/storm/related").getList("pins.slug"))
                .isEqualTo(List.of("later"));
        assertThat(Editor.read("/v1/manage/articles/storm/related").getList("exclusions.slug"))
                .isEqualTo(List.of("vote"));
        assertThat(Editor.read("/v1/manage/articles/ferry/story").getList("members.lead"))
                .isEqualTo(List.of(true, false));
        assertThat(Editor.read("/v1/manage/articles/wall/story").getList("members.reason"))
                .isEqualTo(List.of("left"));
        assertThat(Sending.export()).isEqualTo(exported);
    }

    @Test
    void a_choice_that_cannot_be_is_refused_by_its_line() {
        Sending.imported(lines(PIECES));

        JsonPath imported = Sending.imported("""
                {"type":"related","article":"nowhere","version":1,"draft":{}}
                {"type":"related","article":"storm","version":1,"draft":{"pins":["storm","gone"]}}
                {"type":"story","article":"gone","story":"0193571e-6c00-7000-8000-000000000001","lead":true}
                """);

        assertThat(imported.getInt("refused")).isEqualTo(3);
        assertThat(Sending.report(imported)).contains("/article", "/draft/pins/0", "/draft/pins/1");
    }

    @Test
    void a_dry_run_takes_and_tells_nothing() {
        long last = newsroom.lastChange();
        Sending.imported("?dryRun=true", lines(PIECES));

        assertThat(newsroom.rows("select 1 from article_terms")).isEmpty();
        assertThat(newsroom.lastChange()).isEqualTo(last);
    }

    private void save(Piece piece) {
        newsroom.anArticle(piece.title())
                .in("news")
                .with("slug", piece.slug())
                .with("lang", piece.lang())
                .with("body", Map.of("markdown", piece.text()))
                .publishedAt(now.plus(Duration.ofHours(piece.hours())));
    }

    private String lines(List<Piece> pieces) {
        List<String> lines = new ArrayList<>();
        pieces.forEach(piece -> lines.add(piece.line(now)));
        return String.join("", lines);
    }

    /** The slugs of each story, and why they are in it. */
    private List<List<?>> stories() {
        return newsroom.rows("""
                select string_agg(a.slug, ' ' order by a.slug), string_agg(coalesce(l.reason, 'first'), ' ' order by a.slug)
                from article a left join story_link l on l.article_id = a.id
                group by a.story_id order by 1""");
    }
}
