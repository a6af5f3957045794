package press.broadsheet.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import press.broadsheet.likeness.LikenessRefreshing;
import press.broadsheet.testing.Demonstration;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** The demonstration newsroom, written out and read into an empty database, is the same site to its readers. */
@QuarkusTest
@TestProfile(Demonstration.class)
class RoundTripTest {
    private static final List<String> METRICS = List.of("most-viewed", "most-liked", "trending");

    /** What tells when it was counted and not what: the clock goes on between two questions. */
    private static final String CLOCK = "\"(asOf|from|to)\":\"[^\"]+\"";

    /** Views weigh less from second to second. */
    private static final String DECAYING = "\"score\":[0-9.E-]+";

    /** What editors say of it, too. */
    private static final String FLOODGATE = "/v1/manage/articles/mayor-orders-floodgate-inquiry-after-record-surge";

    @Inject
    Newsroom newsroom;

    @Inject
    LikenessRefreshing likeness;

    @Test
    void an_export_imported_into_an_empty_database_gives_the_same_answers_byte_for_byte() {
        Editor.patch("/v1/manage/tags/victor-osei", Editor.ANY, Map.of("slug", "victor-n-osei"))
                .statusCode(200);
        correct();
        likeness.refresh();
        settleTags();
        Set<String> paths = paths();
        Map<String, String> before = answers(paths);
        String exported = Sending.export();
        newsroom.clear();
        assertThat(Newsroom.read("/v1/articles").getList("items")).isEmpty();

        JsonPath imported = Sending.imported(exported);

        assertThat(Sending.report(imported)).isEmpty();
        assertThat(imported.getInt("done")).isEqualTo(exported.lines().count());
        settleTags();
        Map<String, String> after = answers(paths);
        assertThat(before.keySet().stream().filter(path -> !before.get(path).equals(after.get(path))))
                .isEmpty();
        assertThat(after).isEqualTo(before).hasSizeGreaterThan(700);

        assertThat(Sending.export()).isEqualTo(exported);
        JsonPath again = Sending.imported(exported);
        assertThat(again.getInt("unchanged")).isEqualTo(again.getInt("done"));
        assertThat(Sending.export()).isEqualTo(exported);
    }

    @Test
    void an_export_holds_no_secrets() {
        String exported = Sending.export();

        assertThat(exported).contains("\"type\" : \"article\"", "\"type\" : \"views\"", "\"type\" : \"reaction\"");
        newsroom.rows("""
                        select encode(value, 'hex'), encode(value, 'base64') from secret
                        union all select encode(secret_hash, 'hex'), encode(secret_hash, 'base64') from api_key""")
                .forEach(secret -> assertThat(exported).doesNotContain((String) secret.get(0), (String) secret.get(1)));
        assertThat(exported).doesNotContain(Newsroom.KEY.substring(Newsroom.KEY.lastIndexOf('_') + 1));
    }

    /** What editors decide about stories and about what stands beside an article. */
    private static void correct() {
        List<String> slugs = Newsroom.read("/v1/articles?limit=8&lang=en").getList("items.slug");
        Editor.put(
                        FLOODGATE + "/related",
                        Editor.ANY,
                        Map.of("pins", List.of(slugs.get(5), slugs.get(2)), "exclusions", List.of(slugs.get(1))))
                .statusCode(200);
        String first = "/v1/manage/articles/" + slugs.get(0) + "/story";
        Editor.patch(first, Editor.ANY, Map.of("join", slugs.get(3), "lead", true))
                .statusCode(200);
        Editor.delete("/v1/manage/articles/" + slugs.get(4) + "/story", Editor.ANY)
                .statusCode(204);
    }

    /** Waits until the numbers of tags are counted, a second late and fifty at a time. */
    private void settleTags() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(newsroom.rows("""
                        select t.slug from tag t where t.articles <> (
                            select count(*) from article_tag x join published_article a on a.id = x.article_id
                            where x.tag_id = t.id)""")).isEmpty());
        // And until their change has been told.
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
    }

    /** Every address that readers can ask, as far as lists lead there. */
    private static Set<String> paths() {
        Set<String> paths =
                new LinkedHashSet<>(List.of("/v1/site", "/v1/sections", "/v1/collections", "/v1/tags/victor-osei"));
        paths.addAll(List.of("/v1/rankings", "/v1/recommendations?explain=true", "/v1/collections/featured"));
        for (String slug : walk("/v1/articles?limit=100", paths)) {
            String article = "/v1/articles/" + slug;
            paths.addAll(List.of(article, article + "/page", article + "/related?explain=true"));
            paths.addAll(List.of(article + "/adjacent", article + "/counters", article + "?include=authors,tags"));
        }
        for (String metric : METRICS) {
            for (String window : List.of("1h", "24h", "7d", "30d", "all")) {
                paths.add("/v1/rankings/" + metric + "?limit=50&window=" + window);
            }
        }
        terms("/v1/tags", "tag", paths);
        terms("/v1/authors", "author", paths);
        Newsroom.read("/v1/sections").getList("items.path", String.class).forEach(path -> {
            String slug = path.substring(path.lastIndexOf('/') + 1);
            paths.addAll(List.of("/v1/sections/" + slug, "/v1/resolve?path=" + path));
            walk("/v1/articles?limit=20&section=" + slug, paths);
        });
        return paths;
    }

    private static void terms(String list, String parameter, Set<String> paths) {
        for (String slug : walk(list + "?limit=100", paths)) {
            paths.add(list + "/" + slug);
            walk("/v1/articles?limit=20&" + parameter + "=" + slug, paths);
        }
    }

    /** Notes all pages of a list; answers the slugs in it. */
    private static List<String> walk(String list, Set<String> paths) {
        List<String> slugs = new ArrayList<>();
        String page = list;
        while (page != null) {
            paths.add(page);
            JsonPath answer = Newsroom.read(page);
            slugs.addAll(answer.getList("items.slug", String.class));
            String next = answer.getString("page.next");
            page = next == null ? null : list + "&cursor=" + next;
        }
        return slugs;
    }

    private Map<String, String> answers(Set<String> paths) {
        Map<String, String> answers = new LinkedHashMap<>();
        paths.forEach(path -> answers.put(path, answer(path)));
        newsroom.rows("select slug from article order by slug")
                .forEach(row -> List.of("story", "related").forEach(what -> {
                    String path = "/v1/manage/articles/" + row.get(0) + "/" + what;
                    answers.put(path, Editor.get(path).extract().asString());
                }));
        newsroom.rows("""
                        select slug from article_former_slug union select slug from article_tombstone
                        union select slug from article where state <> 'published' or published_at > now() order by 1""")
                .forEach(row -> answers.put("/v1/articles/" + row.get(0), answer("/v1/articles/" + row.get(0))));
        return answers;
    }

    private static String answer(String path) {
        var response =
                given().urlEncodingEnabled(false).redirects().follow(false).get(path);
        String body = response.statusCode() < 400 ? response.asString().replaceAll(CLOCK, "\"$1\":\"\"") : "";
        if (path.startsWith("/v1/rankings/trending")) {
            body = body.replaceAll(DECAYING, "");
        }
        return response.statusCode() + " " + response.header("Location") + "\n" + body;
    }
}
