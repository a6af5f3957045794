package press.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementsTest {
    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Inject
    Vertx vertx;

    @Test
    void native_queries_of_hibernate_count() {
        try (Statements statements = Statements.begin()) {
            entities.createNativeQuery("select 1").getSingleResult();
            entities.createNativeQuery("select 2 where false").getResultList();

            assertThat(statements.count()).isEqualTo(2);
        }
    }

    @Test
    @TestTransaction
    void a_batch_counts_once_and_the_transaction_not_at_all() throws SQLException {
        try (Statements statements = Statements.begin();
                Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into secret (name, value) values (?, sha256(?))")) {
            for (int row = 0; row < 10; row++) {
                insert.setString(1, "batch " + row);
                insert.setBytes(2, new byte[0]);
                insert.addBatch();
            }
            insert.executeBatch();

            assertThat(statements.count()).isEqualTo(1);
        }
    }

    @Test
    void the_time_is_that_of_the_database() throws SQLException {
        try (Statements statements = Statements.begin();
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(0.02)");

            assertThat(statements.time()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(5));
            assertThat(statements.serverTiming()).matches("db;desc=\"1 statement\";dur=\\d+\\.\\d");
        }
    }

    @Test
    void a_failed_statement_counts() {
        try (Statements statements = Statements.begin()) {
            try {
                entities.createNativeQuery("select 1 / 0").getSingleResult();
            } catch (RuntimeException divisionByZero) {
                assertThat(statements.count()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_part_counts_for_the_whole_as_well() {
        try (Statements whole = Statements.begin()) {
            entities.createNativeQuery("select 1").getSingleResult();
            try (Statements part = Statements.begin()) {
                entities.createNativeQuery("select 2").getSingleResult();
                assertThat(part.count()).isEqualTo(1);
            }
            assertThat(whole.count()).isEqualTo(2);
        }
    }

    @Test
    void after_its_end_nothing_counts() {
        Statements ended = Statements.begin();
        ended.close();
        entities.createNativeQuery("select 1").getSingleResult();

        assertThat(ended.count()).isZero();
    }

    @Test
    void a_request_counts_on_whatever_thread_serves_it_and_only_there() throws Exception {
        Context request = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        CompletableFuture<Integer> counted = new CompletableFuture<>();
        try (Statements elsewhere = Statements.begin()) {
            request.runOnContext(begun -> {
                Statements statements = Statements.begin();
                request.executeBlocking(this::ask).onSuccess(ended -> counted.complete(statements.count()));
            });

            assertThat(counted.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(elsewhere.count()).isZero();
        }
    }

    private boolean ask() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }
}
