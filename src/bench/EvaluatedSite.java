import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A server with an empty database, which is sent articles and asked what is related to them. */
class EvaluatedSite {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String URL = System.getenv("BENCH_URL");
    private static final String KEY = System.getenv("BENCH_KEY");
    private static final int WRITERS = 4;

    /** From the file's ids to the server's, and back. */
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final boolean withTags;

    EvaluatedSite(boolean withTags) {
        this.withTags = withTags;
    }

    /** Sends the articles in the order of the file, a few at a time. */
    void load(List<JsonNode> articles) throws Exception {
        post("/v1/manage/sections", Map.of("name", "Everything", "slug", "everything"));
        Map<String, String> tags = new HashMap<>();
        if (withTags) {
            for (JsonNode article : articles) {
                for (JsonNode tag : article.path("tags")) {
                    addTag(tag, tags);
                }
            }
        }
        long start = System.nanoTime();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> sent = new ArrayList<>();
        for (JsonNode article : articles) {
            sent.add(writers.submit(() -> send(article, tags)));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        writers.shutdown();
        System.err.printf("sent in %.0f s%n", (System.nanoTime() - start) / 1e9);
        count();
    }

    private static void addTag(JsonNode tag, Map<String, String> tags) throws IOException, InterruptedException {
        if (!tags.containsKey(keyOf(tag))) {
            JsonNode made = post(
                    "/v1/manage/tags",
                    Map.of(
                            "name", tag.isTextual() ? tag.asText() : tag.path("name").asText(),
                            "type", tag.path("type").asText("topic"),
                            "slug", "tag-" + tags.size()));
            tags.put(keyOf(tag), made.path("slug").asText());
        }
    }

    private static String keyOf(JsonNode tag) {
        return tag.isTextual() ? "topic/" + tag.asText() : tag.path("type").asText("topic") + "/" + tag.path("name").asText();
    }

    private Void send(JsonNode article, Map<String, String> tags) throws IOException, InterruptedException {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("title", article.path("title").asText());
        draft.put("slug", "a-" + ids.size() + "-" + Math.abs(article.path("id").asText().hashCode()));
        draft.put("section", "everything");
        draft.put("status", "published");
        draft.put("body", Map.of("html", html(article.path("text").asText())));
        for (String field : List.of("summary", "lang", "publishedAt")) {
            if (article.hasNonNull(field)) {
                draft.put(field, article.path(field).asText());
            }
        }
        Set<String> own = new LinkedHashSet<>();
        article.path("tags").forEach(tag -> own.add(tags.get(keyOf(tag))));
        if (withTags) {
            draft.put("tags", own);
        }
        String id = post("/v1/manage/articles", draft).path("article").path("id").asText();
        ids.put(article.path("id").asText(), id);
        names.put(id, article.path("id").asText());
        return null;
    }

    private static String html(String text) {
        return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "</p><p>") + "</p>";
    }

    /** What the application does at night. */
    private static void count() throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("call refresh_likeness()");
            statement.execute("vacuum (analyze)");
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(System.getenv("BENCH_DATABASE"), "broadsheet", System.getenv("PGPASSWORD"));
    }

    /** The first of what is related to articles of the file, by its ids. */
    Map<String, List<String>> related(Collection<String> queries, int shown) throws Exception {
        Map<String, List<String>> answers = new TreeMap<>();
        for (String query : queries) {
            if (ids.containsKey(query)) {
                List<String> answer = new ArrayList<>();
                get("/v1/articles/" + ids.get(query) + "/related?limit=" + shown)
                        .path("items")
                        .forEach(item -> answer.add(names.get(item.path("article").path("id").asText())));
                answers.put(query, answer);
            }
        }
        return answers;
    }

    /** The articles that have a story in a file, by the story that was found for them. */
    Map<String, List<String>> found(Map<String, String> storyOf) throws SQLException {
        Map<String, List<String>> found = new HashMap<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select story_id, id from article")) {
            while (rows.next()) {
                String name = names.get(rows.getString(2));
                if (name != null && storyOf.containsKey(name)) {
                    found.computeIfAbsent(rows.getString(1), ignored -> new ArrayList<>()).add(name);
                }
            }
        }
        return found;
    }

    /** Whether an article of the file was sent. */
    boolean has(String article) {
        return ids.containsKey(article);
    }

    private static JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(URI.create(URL + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(URI.create(URL + path)).build());
    }

    private static JsonNode answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + " was answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
