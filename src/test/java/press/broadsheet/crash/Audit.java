package press.broadsheet.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import press.broadsheet.crash.History.Operation;

/** Holds a history against what the database has and the API answers. */
final class Audit {
    private static final int LONGEST_LIST = 100;

    private final History history;
    private final Application application;

    Audit(History history, Application application) {
        this.history = history;
        this.application = application;
    }

    void verify() throws IOException, SQLException, InterruptedException {
        try (Connection database = application.database();
                Statement sql = database.createStatement()) {
            List<String> revisions = rows(sql, "select article_id, version, content->>'title' from article_revision");
            assertThat(acknowledged()).as("acknowledged, and there").isSubsetOf(revisions);
            assertThat(titles(revisions)).as("asked for").isSubsetOf(possible());
            assertThat(titles(revisions)).as("done once").doesNotHaveDuplicates();
            whole(sql);
            keys(sql);
            sameAnswers();
            assertThat(answered(sql)).containsExactlyInAnyOrderElementsOf(articles(sql));
        }
    }

    private Set<String> acknowledged() {
        return history.acknowledged()
                .map(operation -> row(operation.article(), operation.version(), operation.title()))
                .collect(Collectors.toSet());
    }

    private Set<String> possible() {
        return history.possible().map(Operation::title).collect(Collectors.toSet());
    }

    private static List<String> titles(List<String> revisions) {
        return revisions.stream()
                .map(revision -> revision.substring(revision.lastIndexOf('|') + 1))
                .toList();
    }

    /** What is written in one transaction is there together or not at all. */
    private static void whole(Statement sql) throws SQLException {
        assertThat(rows(sql, """
                        select a.id, a.version, a.title, b.raw, revisions.numbers, revisions.title, changes.number
                        from article a
                        left join article_body b on b.article_id = a.id
                        left join lateral (
                            select array_agg(version order by version) as numbers,
                                (array_agg(content->>'title' order by version desc))[1] as title
                            from article_revision where article_id = a.id) revisions on true
                        left join lateral (
                            select count(*) as number from change c where c.id = a.id and c.type = 'article') changes on true
                        where b.raw is distinct from a.title
                            or revisions.title is distinct from a.title
                            or revisions.numbers is distinct from
                                (select array_agg(number) from generate_series(0, a.version) number)
                            or changes.number <> a.version + 1"""))
                .as("articles without their body, their revisions or their changes")
                .isEmpty();
        assertThat(rows(sql, """
                        select 'revision', article_id::text, version from article_revision
                        where article_id not in (select id from article)
                        union all
                        select 'change', slug, number from change
                        where type = 'article' and id not in (select id from article)"""))
                .as("revisions and changes without their article")
                .isEmpty();
    }

    private void keys(Statement sql) throws SQLException {
        assertThat(rows(sql, """
                        select key, location from idempotency_key
                        where regexp_replace(location, '.*/', '') not in (select id::text from article)""")).as("keys without their article").isEmpty();
        assertThat(rows(sql, "select count(*) from article"))
                .as("each article by one key")
                .isEqualTo(rows(sql, "select count(*) from idempotency_key"));
        Set<String> acknowledged = history.acknowledged()
                .filter(Operation::isCreation)
                .map(Operation::key)
                .collect(Collectors.toSet());
        assertThat(acknowledged).isSubsetOf(rows(sql, "select key from idempotency_key"));
    }

    private void sameAnswers() {
        history.acknowledged()
                .filter(Operation::isCreation)
                .collect(Collectors.groupingBy(
                        Operation::key, Collectors.mapping(Operation::answer, Collectors.toSet())))
                .forEach((key, answers) ->
                        assertThat(answers).as("answers to the key %s", key).hasSize(1));
    }

    private static List<String> articles(Statement sql) throws SQLException {
        return rows(sql, "select id, version, title from article");
    }

    /** All articles as readers get them. */
    private List<String> answered(Statement sql) throws IOException, SQLException, InterruptedException {
        Editors readers = new Editors(application);
        List<String> ids = rows(sql, "select id from article");
        List<String> answered = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += LONGEST_LIST) {
            List<String> some = ids.subList(from, Math.min(from + LONGEST_LIST, ids.size()));
            JsonNode list = readers.read("/v1/articles?fields=id,version,title&limit=%d&ids=%s"
                    .formatted(LONGEST_LIST, String.join(",", some)));
            list.path("items")
                    .forEach(item -> answered.add(row(
                            item.path("id").asText(),
                            item.path("version").asInt(),
                            item.path("title").asText())));
        }
        return answered;
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = sql.executeQuery(query)) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row(row.toArray()));
            }
        }
        return rows;
    }

    private static String row(Object... columns) {
        return List.of(columns).stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
}
