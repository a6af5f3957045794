package press.broadsheet;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.eclipse.microprofile.config.ConfigProvider;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/**
 * What readers must not learn, planted wherever it can be: each hidden place has a word that stands nowhere else, and all of
 * these words begin alike.
 */
final class Canaries {
    /** Begins every planted word. */
    static final String WORD = "zanzibar";

    /** As long, and planted nowhere. */
    static final String NONE = "quetzals";

    /** An instant that only editors may know, as JSON and as headers would write it. */
    static final List<String> PLANNED = List.of("2041-03-02", "02 mar 2041");

    private static final String SECRET = "5ec4e7".repeat(10) + "5ec4";

    private final Newsroom newsroom;
    private final List<String> references = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private final String reader = UUID.randomUUID().toString();
    private String changes;

    private Canaries(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Leaves nothing else in the newsroom, but for three articles, their section, their tag and their author. */
    static Canaries plantedIn(Newsroom newsroom) {
        Canaries canaries = new Canaries(newsroom);
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        canaries.changes = Newsroom.read("/v1/changes?from=now").getString("page.next");
        canaries.plantInTheOpen();
        canaries.plantHidden();
        canaries.plantBehindTheScenes();
        for (String list : List.of("articles", "tags", "sections", "authors", "collections")) {
            JsonPath items = Newsroom.read("/v1/" + list);
            canaries.references.addAll(items.getList("items.id", String.class));
            canaries.references.addAll(items.getList("items.slug", String.class));
        }
        return canaries;
    }

    /** In articles that readers see: what is cleaned away, what was there before, what only editors use. */
    private void plantInTheOpen() {
        open("Night trains").published();
        open("Ferry in service")
                .with("body", Map.of("html", "<p>Open.</p><!-- zanzibarcomment --><script>zanzibarscript</script>"))
                .with("featured", true)
                .with("unpublishAt", "2041-03-02T01:02:03.004Z")
                .published();
        full(open("Zanzibarrevised bridge"), "revised").with("slug", "bridge").published();
        Editor.patch(
                        "/v1/manage/articles/bridge",
                        Editor.ANY,
                        Map.of(
                                "title", "Bridge open",
                                "summary", "It is open.",
                                "body", Map.of("markdown", "It is open."),
                                "source", Map.of("name", "The Test"),
                                "image", Map.of("url", "/bridge.jpg", "alt", "The bridge")))
                .statusCode(200);
        newsroom.sql(
                "update article set origin = 'zanzibarorigin', external_id = 'zanzibarexternal' where slug = 'bridge'");
        given().put("/v1/articles/bridge/reactions/like/" + reader).then().statusCode(201);
    }

    private void plantHidden() {
        String later = "2041-03-02T01:02:03.004Z";
        hide("draft", hidden("draft").with("featured", true));
        hide("scheduled", hidden("scheduled").with("publishAt", later));
        hide("unscheduled", hidden("unscheduled").with("publishAt", later));
        newsroom.withdraw(slug("unscheduled"));
        hide("deleted", hidden("deleted"));
        Editor.delete("/v1/manage/articles/" + slug("deleted"), Editor.ANY).statusCode(204);
        // These were published for a moment, so that their slugs are known, but not what they said.
        Stream.of("withdrawn", "taken-down", "removed").forEach(state -> {
            references.add(
                    full(open("Zanzibar" + state), state).with("slug", state).published());
            references.add(Editor.read("/v1/manage/articles/" + state).getString("id"));
        });
        newsroom.withdraw("withdrawn");
        newsroom.withdraw("taken-down");
        newsroom.sql("update article set taken_down = true where slug = 'taken-down'");
        Editor.delete("/v1/manage/articles/removed", Editor.ANY).statusCode(204);
        hidden.stream()
                .filter(reference -> reference.startsWith(WORD))
                .limit(3)
                .forEach(slug -> newsroom.views(slug, Instant.now(), 1000));
    }

    private void plantBehindTheScenes() {
        newsroom.sql(
                "insert into api_key (key_id, secret_hash, name, role) values ('zanzibarkey', '\\x%s', 'zanzibarkeyname', 'reader') on conflict do nothing"
                        .formatted(SECRET));
        given().auth()
                .oauth2(Newsroom.KEY)
                .header("Idempotency-Key", "zanzibaridempotency-" + UUID.randomUUID())
                .header("X-Request-Id", "zanzibarrequest")
                .contentType(ContentType.JSON)
                .body(Map.of("title", "Zanzibarretried", "section", "news"))
                .post("/v1/manage/articles")
                .then()
                .statusCode(201);
        newsroom.sql(
                "update change set actor = 'zanzibaractor' where request_id = 'zanzibarrequest' or slug = 'bridge'");
    }

    private Newsroom.Draft open(String title) {
        return newsroom.anArticle(title).in("news").tagged("rail").by("ada");
    }

    private Newsroom.Draft hidden(String state) {
        return full(open("Night trains zanzibar" + state), state).with("slug", slug(state));
    }

    private static String slug(String state) {
        return WORD + "-" + state;
    }

    private static Newsroom.Draft full(Newsroom.Draft draft, String state) {
        return draft.with("summary", "zanzibarsummary " + state)
                .with("body", Map.of("markdown", "zanzibarbody " + state))
                .with("source", Map.of("name", "zanzibarsource " + state))
                .with("image", Map.of("url", "/zanzibarimage.jpg", "alt", "zanzibaralt " + state));
    }

    private void hide(String state, Newsroom.Draft draft) {
        hidden.add(draft.sent().statusCode(201).extract().path("id"));
        hidden.add(slug(state));
    }

    /** The ids and slugs of articles that readers have never seen, each id before its slug. */
    List<String> hidden() {
        return hidden;
    }

    /** All ids and slugs that there are or were. */
    List<String> references() {
        return Stream.concat(hidden.stream(), references.stream()).toList();
    }

    /** A place in the feed of changes from before anything was planted. */
    String changes() {
        return changes;
    }

    /** What stands nowhere in public, in lower case: besides the planted words what belongs to keys and readers. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(PLANNED);
        secrets.addAll(List.of(WORD, SECRET, reader, Newsroom.KEY.substring(Newsroom.KEY.lastIndexOf('_') + 1)));
        secrets.add(ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class));
        newsroom.rows("""
                        select encode(value, form) from secret, unnest(array['hex', 'base64']) form
                        union all select encode(secret_hash, form) from api_key, unnest(array['hex', 'base64']) form
                        union all select encode(reader, form) from reaction, unnest(array['hex', 'base64']) form""").forEach(row -> secrets.add(String.valueOf(row.get(0))));
        return secrets.stream().map(secret -> secret.toLowerCase(Locale.ROOT)).toList();
    }
}
