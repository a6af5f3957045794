package press.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** What an importer from another system sends, and what comes of it. */
@QuarkusTest
class ImportTest {
    private static final String TERMS = """
            {"type":"section","draft":{"slug":"news","name":"News"}}
            {"type":"section","draft":{"slug":"city","name":"City","parent":"news"}}
            {"type":"tag","draft":{"slug":"sea-wall","type":"topic","name":"Sea wall"}}
            {"type":"author","draft":{"slug":"ada","name":"Ada","image":{"url":"/ada.svg"}}}
            """;

    /** With their changes; tags are counted, and that is told, beside. */
    private static final String ARTICLES =
            "select a.*, (select max(number) from change where type = 'article') from article a order by id";

    @Inject
    Newsroom newsroom;

    @BeforeEach
    void clear() {
        newsroom.clear();
    }

    @Test
    void what_lines_say_is_there_for_readers() {
        JsonPath imported = Sending.imported(TERMS + """
                {"type":"article","source":"wire","externalId":"7","draft":{"title":"Sea wall","section":"city",\
                "tags":["sea-wall"],"authors":["ada"],"body":{"html":"<p>Up.<script>alert(1)</script></p>"},\
                "status":"published","publishedAt":"2020-01-02T03:04:05Z","featured":true,"slug":"wall"}}
                {"type":"views","article":"wall","hour":"2020-01-02T03:00:00Z","views":12}
                """);

        assertThat(imported.getString("state")).isEqualTo("finished");
        assertThat(imported.getInt("added")).isEqualTo(5);
        assertThat(imported.getInt("changed")).isEqualTo(1);
        JsonPath article = Newsroom.read("/v1/articles/wall");
        assertThat(article.getString("body.html")).isEqualTo("<p>Up.</p>");
        assertThat(article.getString("section.path")).isEqualTo("/news/city");
        assertThat(article.getString("publishedAt")).isEqualTo("2020-01-02T03:04:05.000Z");
        assertThat(Newsroom.read("/v1/articles/wall/counters").getInt("views")).isEqualTo(12);
        assertThat(Newsroom.read("/v1/collections/featured").getList("items.slug"))
                .containsExactly("wall");
        assertThat(Newsroom.read("/v1/authors/ada").getString("image.url")).isEqualTo("/ada.svg");
        assertThat(Editor.read("/v1/manage/articles/wall/revisions".replace("wall", article.getString("id")))
                        .getList("items.action"))
                .containsExactly("create");
    }

    @Test
    void a_second_time_nothing_changes() {
        String lines = TERMS + articles(0, 30);
        Sending.imported(lines);
        var before = newsroom.rows("select id, version, updated_at from article order by id");
        var told = newsroom.rows("select count(*) from change where type = 'article'");

        JsonPath again = Sending.imported(lines);

        assertThat(again.getInt("unchanged")).isEqualTo(34);
        assertThat(again.getInt("added") + again.getInt("changed") + again.getInt("refused"))
                .isZero();
        assertThat(newsroom.rows("select id, version, updated_at from article order by id"))
                .isEqualTo(before);
        assertThat(newsroom.rows("select count(*) from change where type = 'article'"))
                .isEqualTo(told);
    }

    @Test
    void what_says_something_else_is_a_new_version() {
        Sending.imported(TERMS + articles(0, 3));

        JsonPath again = Sending.imported(articles(0, 3).replace("Piece 1\"", "Another piece\""));

        assertThat(again.getInt("changed")).isEqualTo(1);
        assertThat(again.getInt("unchanged")).isEqualTo(2);
        assertThat(Newsroom.read("/v1/articles/piece-1").getString("title")).isEqualTo("Another piece");
        assertThat(Newsroom.read("/v1/articles/piece-1").getInt("version")).isEqualTo(1);
    }

    @Test
    void the_last_line_of_a_key_is_what_stays() {
        Sending.imported(TERMS + articles(1, 2) + articles(1, 2).replace("Piece 1\"", "Another piece\""));

        assertThat(Newsroom.read("/v1/articles/piece-1").getString("title")).isEqualTo("Another piece");
        assertThat(newsroom.rows("select 1 from article")).hasSize(1);
    }

    @Test
    void every_change_is_in_the_log_with_its_actor() {
        Sending.imported(TERMS + articles(0, 3));

        assertThat(newsroom.rows("""
                        select c.kind, c.visible, c.actor from change c join article a on a.id = c.id and c.slug = a.slug
                        where 'list-articles' = any(c.keys) and 'article-' || a.id = any(c.keys)
                          and 'changes' = any(c.keys) order by number"""))
                .hasSize(3)
                .allSatisfy(row -> assertThat((Object) row).asString().isEqualTo("[publish, true, tests]"));
    }

    @Test
    void pieces_of_one_title_are_one_story_as_if_sent_one_by_one() {
        newsroom.section("News");
        String line = """
                {"type":"article","source":"wire","externalId":"%s","draft":{"title":"The  storm%s","section":"news",\
                "body":{"markdown":"x"},"status":"published","publishedAt":"2020-01-0%dT00:00:00Z"}}
                """;
        Sending.imported(line.formatted("a", "", 1));
        Sending.imported(line.formatted("b", "!", 2) + line.formatted("c", "?", 4) + line.formatted("d", "", 9));

        assertThat(newsroom.rows("select count(distinct story_id) from article where external_id in ('a','b','c')"))
                .asString()
                .isEqualTo("[[1]]");
        assertThat(newsroom.rows("select count(distinct story_id) from article"))
                .asString()
                .isEqualTo("[[2]]");
    }

    @Test
    void a_dry_run_tells_all_and_changes_nothing() {
        Sending.imported(TERMS + articles(0, 2));
        String lines = articles(0, 4).replace("Piece 1\"", "Another piece\"")
                + articles(9, 10).replace("city", "none")
                + "{\"type\":\"tag\",\"draft\":{\"slug\":\"new\",\"type\":\"topic\",\"name\":\"New\"}}\n"
                + articles(8, 9).replace("sea-wall", "new");
        var before = newsroom.rows(ARTICLES);

        JsonPath tried = Sending.imported("?dryRun=true", lines);

        assertThat(tried.getInt("added")).isEqualTo(4);
        assertThat(tried.getInt("changed")).isEqualTo(1);
        assertThat(tried.getInt("unchanged")).isEqualTo(1);
        assertThat(tried.getInt("refused")).isEqualTo(1);
        assertThat(newsroom.rows(ARTICLES)).isEqualTo(before);
        JsonPath done = Sending.imported(lines);
        assertThat(done.getInt("added")).isEqualTo(4);
        assertThat(done.getInt("changed")).isEqualTo(1);
    }

    @Test
    void an_import_cut_off_and_sent_again_ends_as_one_in_one_go() throws IOException, InterruptedException {
        String lines = TERMS + articles(0, 1500);
        UUID id = UUID.randomUUID();

        Sending.cutOff("?id=" + id, lines.substring(0, lines.length() - 100));

        await().untilAsserted(
                        () -> assertThat(Editor.read("/v1/manage/imports/" + id).getString("state"))
                                .isEqualTo("interrupted"));
        JsonPath cut = Editor.read("/v1/manage/imports/" + id);
        assertThat(cut.getInt("done")).isBetween(500, 1503);
        assertThat(cut.getLong("bytesInAll")).isGreaterThan(cut.getLong("bytes"));
        JsonPath again = Sending.imported(lines);
        assertThat(again.getInt("unchanged")).isEqualTo(cut.getInt("done"));
        assertThat(again.getInt("done")).isEqualTo(1504);
        assertThat(newsroom.rows("select slug from article a where version = 0 and published_at is not null"))
                .hasSize(1500);
        assertThat(newsroom.rows("select 1 from change join article using (id) where kind = 'publish'"))
                .hasSize(1500);
    }

    @Test
    void an_import_of_any_size_is_read_and_everything_else_is_not() {
        String large = TERMS + articles(0, 30).replace("Text.", "Text. ".repeat(20_000));
        assertThat(large.length()).isGreaterThan(3 << 20);

        assertThat(Sending.imported(large).getInt("added")).isEqualTo(34);
        assertThat(Sending.sendAs("bs_nobody_0123456789abcdef0123456789abcdef", large)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void two_imports_do_not_share_an_id() {
        String id = "?id=" + UUID.randomUUID();
        Sending.imported(id, TERMS);

        assertThat(Sending.send(id, TERMS).statusCode()).isEqualTo(409);
        assertThat(Sending.send("?id=nonsense", TERMS).statusCode()).isEqualTo(400);
    }

    private static String articles(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> """
                        {"type":"article","source":"wire","externalId":"%1$d","draft":{"title":"Piece %1$d","section":"city",\
                        "tags":["sea-wall"],"authors":["ada"],"body":{"markdown":"Text."},"status":"published",\
                        "publishedAt":"2020-01-01T00:00:00Z"}}
                        """.formatted(number))
                .collect(Collectors.joining());
    }
}
