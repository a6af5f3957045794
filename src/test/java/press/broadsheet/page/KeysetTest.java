package press.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.database.Statements;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.query.Arguments;

/** The clauses of a page request against PostgreSQL itself, with instants and titles that are not unique. */
@QuarkusTest
class KeysetTest {
    private static final Sorting SORTING = new Sorting(
            "p.id",
            "-publishedAt",
            List.of(Sorting.Key.instant("publishedAt", "p.published_at"), Sorting.Key.text("title", "lower(p.title)")));

    private record Row(UUID id, Instant publishedAt, String title) {}

    @Inject
    DataSource database;

    @Inject
    Cursors cursors;

    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        connection = database.getConnection();
        execute("create temporary table p (id uuid primary key, published_at timestamptz, title text)");
        execute(
                "insert into p select gen_random_uuid(), timestamptz '2026-01-01 00:00:00.123456Z' + i / 7 * interval"
                        + " '1 microsecond', case i % 2 when 0 then 'Über ' else 'uber ' end || i % 50 from generate_series(1, 400) i");
        execute("create index on p (published_at, id)");
        execute("create index on p (lower(title), id)");
        execute("analyze p");
    }

    @AfterEach
    void drop() throws SQLException {
        execute("drop table p");
        execute("reset enable_seqscan");
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publishedAt", "publishedAt", "title", "-title"})
    void a_walk_meets_every_row_once_in_both_directions(String sort) throws SQLException {
        Sort chosen = SORTING.read(new Arguments(), sort);
        List<Row> expected = rows(request(chosen, null, 1000));

        List<Row> there = new ArrayList<>();
        Page<Row> page = page(request(chosen, null, 30));
        there.addAll(page.items());
        while (page.page().next() != null) {
            page = page(request(chosen, page.page().next(), 30));
            there.addAll(page.items());
        }
        List<Row> back = new ArrayList<>(page.items());
        while (page.page().prev() != null) {
            page = page(request(chosen, page.page().prev(), 30));
            back.addAll(0, page.items());
        }

        assertThat(expected).hasSize(400);
        assertThat(there).isEqualTo(expected);
        assertThat(back).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publishedAt", "publishedAt", "title", "-title"})
    void an_index_finds_the_place_and_nothing_is_sorted(String sort) throws SQLException {
        Sort chosen = SORTING.read(new Arguments(), sort);
        Page<Row> first = page(request(chosen, null, 30));
        execute("set enable_seqscan = off");

        String plan = plan(request(chosen, first.page().next(), 30));

        assertThat(plan)
                .containsPattern("Index Cond: \\(ROW\\(.*, id\\) [<>] ROW\\(")
                .doesNotContain("Sort");
    }

    /** B46. */
    @Test
    void a_cursor_that_is_refused_costs_no_statement() {
        Sort chosen = SORTING.read(new Arguments(), null);
        String cursor = cursors.write(Position.at(Instant.EPOCH, new UUID(1, 2)), chosen, "a filter");
        try (Statements statements = Statements.begin()) {
            for (String refused : List.of("x", cursor.substring(1), cursor.substring(0, 70), cursor)) {
                assertThat(cursors.read(refused, chosen, "another filter", new Arguments()))
                        .isNull();
            }
            assertThat(statements.count()).isZero();
        }
    }

    private Page<Row> page(PageRequest request) throws SQLException {
        return Page.of(request, rows(request), row -> place(request.sort(), row));
    }

    private static Position place(Sort sort, Row row) {
        return Position.at(sort.key().name().equals("title") ? row.title() : row.publishedAt(), row.id());
    }

    private PageRequest request(Sort sort, String cursor, int limit) {
        Position position = cursors.read(cursor, sort, "", new Arguments());
        return new PageRequest(limit, sort, position, Count.NONE, place -> cursors.write(place, sort, ""));
    }

    private List<Row> rows(PageRequest request) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = prepare("select id, published_at, lower(title)", request);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Instant instant = row.getObject(2, OffsetDateTime.class).toInstant();
                rows.add(new Row(row.getObject(1, UUID.class), instant, row.getString(3)));
            }
        }
        return rows;
    }

    private String plan(PageRequest request) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement explain = prepare("explain select *", request);
                ResultSet line = explain.executeQuery()) {
            while (line.next()) {
                plan.append(line.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private PreparedStatement prepare(String select, PageRequest request) throws SQLException {
        String sql = "%s from p where %s order by %s limit %d"
                .formatted(select, request.where(), request.orderBy(), request.rows())
                .replace(":sortValue", "?")
                .replace(":sortId", "?");
        PreparedStatement statement = connection.prepareStatement(sql);
        if (request.position() != null) {
            Object value = request.bindings().get("sortValue");
            statement.setObject(1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            statement.setObject(2, request.bindings().get("sortId"));
        }
        return statement;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
