package press.broadsheet.testing;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;
import press.broadsheet.editing.ArticleEditing;
import press.broadsheet.editing.ArticlePublishing;
import press.broadsheet.ranking.RankingScoring;

/**
 * Fills the database of a test through the management API, in sentences:
 *
 * <pre>{@code
 * newsroom.anArticle("Night trains return").in("travel").tagged("rail").by("ada").published();
 * }</pre>
 */
@ApplicationScoped
public class Newsroom {
    /** The admin key that application.properties gives to tests. */
    public static final String KEY = "bs_tests_0123456789abcdef0123456789abcdef";

    private static final String EVERYTHING = """
            truncate article, article_body, article_tag, article_author, article_former_slug, article_tombstone, article_views, article_views_day, article_view_total,
                reaction, reaction_change, reaction_hour, reaction_total, article_score, article_due, collection_item, tag, author, section, former_name, corpus, term cascade;
            delete from collection where slug <> 'featured'""";

    private static final Set<String> LISTS =
            Set.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS, Keys.TAGS, Keys.AUTHORS, Keys.SECTIONS, Keys.COLLECTIONS);

    private final Tables tables;
    private final ChangeLog changes;
    private final ArticleRepository articles;
    private final ArticleEditing editing;
    private final ArticlePublishing publishing;
    private final RankingScoring scoring;

    Newsroom(
            Tables tables,
            ChangeLog changes,
            ArticleRepository articles,
            ArticleEditing editing,
            ArticlePublishing publishing,
            RankingScoring scoring) {
        this.tables = tables;
        this.changes = changes;
        this.articles = articles;
        this.editing = editing;
        this.publishing = publishing;
        this.scoring = scoring;
    }

    /** Leaves nothing of what other tests wrote. */
    public void clear() {
        sql(EVERYTHING);
        tell(LISTS);
        site("The Test", Map.of("like", "Like"));
    }

    /** Lets this node know of what was changed by {@link #sql}. */
    public void tell(Set<String> keys) {
        QuarkusTransaction.requiringNew()
                .run(() -> changes.append(
                        Change.of(ChangeKind.UPDATE, "test", null, null).touching(keys)));
    }

    public void sql(String statement) {
        tables.change(statement);
    }

    /** What a query answers, row by row. */
    public List<List<?>> rows(String query) {
        return tables.rows(query);
    }

    /** The number of the last change that a caller made: the application itself counts tags beside every test. */
    public long lastChange() {
        return (Long) rows("select coalesce(max(number), 0) from change where actor <> 'broadsheet'")
                .get(0)
                .get(0);
    }

    public void site(String name, Map<String, String> reactions) {
        Copy.of("/v1/manage/site")
                .replace(Map.of(
                        "name",
                        name,
                        "url",
                        "https://test.example",
                        "language",
                        "en",
                        "timeZone",
                        "UTC",
                        "reactions",
                        reactions.entrySet().stream()
                                .map(kind -> Map.of("kind", kind.getKey(), "label", kind.getValue()))
                                .toList()))
                .statusCode(200);
    }

    public void section(String name) {
        section(name, null);
    }

    public void section(String name, String parent) {
        Map<String, Object> draft = new LinkedHashMap<>(Map.of("name", name));
        if (parent != null) {
            draft.put("parent", parent);
        }
        post("/v1/manage/sections", draft).statusCode(201);
    }

    public void tag(String type, String name) {
        post("/v1/manage/tags", Map.of("type", type, "name", name)).statusCode(201);
    }

    public void author(String name) {
        post("/v1/manage/authors", Map.of("name", name)).statusCode(201);
    }

    /** Sets how often an article was viewed in the hour of an instant; rankings know it at once. */
    public void views(String slug, Instant hour, int views) {
        post(
                        "/v1/manage/views",
                        Map.of("items", List.of(Map.of("article", slug, "hour", hour.toString(), "views", views))))
                .statusCode(204);
        do {
            scoring.refresh();
        } while (!rows("select 1 from article_due limit 1").isEmpty());
    }

    /** Takes an article back, whatever its state. */
    public void withdraw(String slug) {
        QuarkusTransaction.requiringNew().run(() -> publishing.withdraw(idOf(slug)));
    }

    /** Gives an article another slug. */
    public void rename(String slug, String to) {
        QuarkusTransaction.requiringNew().run(() -> editing.rename(idOf(slug), to));
    }

    private UUID idOf(String slug) {
        return articles.find("slug", slug).singleResult().id();
    }

    public Draft anArticle(String title) {
        return new Draft(title);
    }

    public static ValidatableResponse post(String path, Object body) {
        return given().auth()
                .oauth2(KEY)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(path)
                .then();
    }

    public static ValidatableResponse put(String path, Object body) {
        return given().auth()
                .oauth2(KEY)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .put(path)
                .then();
    }

    public static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).when().get(path).then();
    }

    public static JsonPath read(String path) {
        return get(path).statusCode(200).extract().jsonPath();
    }

    /** An article on its way. */
    public static final class Draft {
        private final Map<String, Object> draft = new LinkedHashMap<>();

        private Draft(String title) {
            draft.put("title", title);
            draft.put("body", Map.of("markdown", "The text of *" + title + "*."));
        }

        public Draft in(String section) {
            return with("section", section);
        }

        public Draft tagged(String... tags) {
            return with("tags", List.of(tags));
        }

        public Draft by(String... authors) {
            return with("authors", List.of(authors));
        }

        public Draft with(String field, Object value) {
            draft.put(field, value);
            return this;
        }

        public Draft without(String field) {
            draft.remove(field);
            return this;
        }

        /** Publishes it now; answers its slug. */
        public String published() {
            with("status", "published");
            return created();
        }

        /** Publishes it as of an instant that is past; answers its slug. */
        public String publishedAt(Instant instant) {
            with("publishedAt", instant.toString());
            return published();
        }

        /** Leaves it a draft, or schedules it if it has an instant; answers its slug. */
        public String created() {
            return sent().statusCode(201).extract().path("article.slug");
        }

        public ValidatableResponse sent() {
            return post("/v1/manage/articles", draft);
        }
    }
}
