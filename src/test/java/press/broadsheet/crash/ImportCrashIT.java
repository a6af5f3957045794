package press.broadsheet.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.crash.Application.Victim;

/**
 * An import is killed again and again and sent again each time: in the end all is as after one that nobody killed.
 *
 * <p>{@code -Dcrash.imports=20 -Dcrash.items=50000} makes it long, {@code -Dcrash.seed=…} has the same instants drawn again.
 */
class ImportCrashIT {
    private static final int KILLS = Integer.getInteger("crash.imports", 3);
    private static final int ITEMS = Integer.getInteger("crash.items", 6000);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final List<Victim> VICTIMS = List.of(Victim.values());
    private static final int TAGS_AND_AUTHORS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    /** A batch is written within that time, so that the kill falls anywhere in one. */
    private static final int LATEST_KILL = 400;

    /** All that lines make, without the ids and instants that each run draws for itself. */
    private static final String STATE = """
            select concat_ws('|', a.origin, a.external_id, a.slug, a.title, a.state, a.published_at, a.version,
                md5(b.raw || b.html || b.text), b.words,
                (select slug from section where id = a.section_id),
                (select string_agg(t.slug, ',' order by position) from article_tag l join tag t on t.id = l.tag_id
                 where l.article_id = a.id),
                (select string_agg(t.slug, ',' order by position) from article_author l join author t on t.id = l.author_id
                 where l.article_id = a.id),
                (select string_agg(version || action || md5(content::text), ',' order by version) from article_revision
                 where article_id = a.id),
                (select string_agg(kind || visible, ',' order by number) from change where id = a.id)) as row
            from article a left join article_body b on b.article_id = a.id
            union all select concat_ws('|', 'tag', slug, name, version, (select count(*) from change where id = t.id)) from tag t
            union all select concat_ws('|', 'author', slug, name, version, (select count(*) from change where id = t.id))
            from author t
            union all select concat_ws('|', 'change without its article', slug) from change
            where type = 'article' and id not in (select id from article)
            order by row""";

    private final Random random = new Random(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @Timeout(value = 25, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_was_killed_and_sent_again_ends_as_one_clean_run(@TempDir Path directory) throws Exception {
        Path lines = written(directory.resolve("lines.ndjson"));
        List<String> clean;
        try (Application application = Application.on(directory.resolve("clean"))) {
            finish(application, lines);
            clean = rows(application, STATE);
        }
        try (Application application = Application.on(directory.resolve("killed"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                killAt(enough(kill), VICTIMS.get(kill % VICTIMS.size()), application, lines);
                application.recover();
            }
            finish(application, lines);
            assertThat(rows(application, "select count(*) from import")).containsExactly(String.valueOf(KILLS + 1));
            assertThat(rows(application, STATE)).isEqualTo(clean);
        }
        assertThat(clean).hasSize(ITEMS + TAGS_AND_AUTHORS);
        System.out.printf("%d kills of an import with seed %d%n", KILLS, SEED);
    }

    /** So many articles are there when the import is killed: each time some more. */
    private int enough(int kill) {
        int step = ITEMS / (KILLS + 1);
        return 1 + kill * step + random.nextInt(step);
    }

    private void killAt(int articles, Victim victim, Application application, Path lines)
            throws IOException, SQLException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(application, lines), BodyHandlers.ofString());
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        try (Connection database = application.database();
                Statement sql = database.createStatement()) {
            while (number(sql, "select count(*) from article") < articles) {
                assertThat(answer).as("the import is going on").isNotDone();
                assertThat(System.nanoTime()).as("the import gets on").isLessThan(end);
                Application.pause(BETWEEN_LOOKS);
            }
            Application.pause(Duration.ofMillis(random.nextInt(LATEST_KILL)));
            application.kill(victim);
        }
        answer.exceptionally(cutOff -> null).join();
    }

    private void finish(Application application, Path lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(application, lines), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"state\":\"finished\"", "\"refused\":1,");
    }

    private static HttpRequest request(Application application, Path lines) throws IOException {
        return HttpRequest.newBuilder(application.at("/v1/manage/imports"))
                .header("Authorization", "Bearer " + Application.KEY)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(lines))
                .build();
    }

    /** Every title stands over many articles, so that their slugs depend on the order in which they came. */
    private static Path written(Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            lines.write("""
                    {"type":"section","draft":{"slug":"news","name":"News"}}
                    {"type":"tag","draft":{"slug":"rail","type":"topic","name":"Rail"}}
                    {"type":"tag","draft":{"slug":"sea","type":"topic","name":"Sea"}}
                    {"type":"author","draft":{"slug":"ada","name":"Ada"}}
                    """);
            for (int number = 0; number < ITEMS; number++) {
                lines.write("""
                        {"type":"article","source":"wire","externalId":"%d","draft":{"title":"Report %d","section":"news",\
                        "tags":["rail","sea"],"authors":["ada"],"body":{"html":"<p>The %d.</p>"},"status":"published",\
                        "publishedAt":"2020-01-02T03:04:05Z"}}
                        """.formatted(number, number % (ITEMS / 5), number));
            }
            lines.write("{\"type\":\"article\",\"draft\":{}}\n");
        }
        return file;
    }

    private static List<String> rows(Application application, String query) throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = application.database();
                ResultSet result = database.createStatement().executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
