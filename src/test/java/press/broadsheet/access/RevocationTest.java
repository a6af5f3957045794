package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Outage;

/** When a key that was taken back opens nothing any more, and what refusals cost. */
@QuarkusTest
class RevocationTest {
    /** A second is promised; a machine that is busy with other things may take longer to ask again. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final String KEYS = "/v1/manage/keys";

    private final Newsroom newsroom;
    private final AgroalDataSource database;
    private final KeyUses uses;

    RevocationTest(Newsroom newsroom, AgroalDataSource database, KeyUses uses) {
        this.newsroom = newsroom;
        this.database = database;
        this.uses = uses;
    }

    @BeforeEach
    void enrol() {
        newsroom.clear();
        Callers.enrol(newsroom);
    }

    @Test
    void a_key_that_another_node_revoked_is_refused_in_time_and_stays_so_while_the_database_is_away()
            throws SQLException {
        Callers.enrol(newsroom, "changing", Role.ADMIN, "null", "null");
        assertThat(statusWith(Callers.key("changing"))).isEqualTo(200);

        newsroom.sql("update api_key set revoked_at = now() where key_id = 'changing'");
        newsroom.rows(
                "select append_change('delete', 'key', null, 'changing', '{key-changing}', false, 'admin', null)");

        await().atMost(SOON).until(() -> statusWith(Callers.key("changing")) == 401);
        try (Outage away = Outage.of(database)) {
            assertThat(away).isNotNull();
            assertThat(statusWith(Callers.key("changing"))).isEqualTo(401);
            assertThat(statusWith(Callers.ADMIN.key())).isEqualTo(503);
        }
    }

    @Test
    void a_key_that_was_made_by_another_node_is_known_in_time() {
        newsroom.sql("delete from api_key where key_id = 'changing'");
        newsroom.tell(Set.of("key-changing"));
        assertThat(statusWith(Callers.key("changing"))).isEqualTo(401);

        newsroom.sql("insert into api_key (key_id, secret_hash, name, role)"
                + " select 'changing', secret_hash, name, role from api_key where key_id = 'admin'");
        newsroom.rows(
                "select append_change('create', 'key', null, 'changing', '{key-changing}', false, 'admin', null)");

        await().atMost(SOON).until(() -> statusWith(Callers.key("changing")) == 200);
    }

    @Test
    void a_refusal_costs_no_statement_and_is_the_same_while_the_database_is_away() throws SQLException {
        List<PermissionTable.Cell> refusals =
                new PermissionTable().cells().filter(cell -> !cell.passes()).toList();

        try (Outage away = Outage.of(database)) {
            assertThat(away).isNotNull();
            assertThat(refusals).isNotEmpty().allSatisfy(cell -> assertThat(
                            cell.send().statusCode())
                    .as(cell.toString())
                    .isEqualTo(cell.refusal()));
        }
    }

    @Test
    void what_is_malformed_costs_no_statement_either() throws SQLException {
        try (Outage away = Outage.of(database)) {
            assertThat(away).isNotNull();
            assertThat(List.of(
                            "/v1/manage/keys?limit=0",
                            "/v1/manage/keys?state=secret",
                            "/v1/manage/keys?cursor=forged",
                            "/v1/manage/keys?sort=secretHash"))
                    .allSatisfy(path -> assertThat(given().auth()
                                    .oauth2(Callers.ADMIN.key())
                                    .get(path)
                                    .statusCode())
                            .as(path)
                            .isEqualTo(400));
            assertThat(given().auth()
                            .oauth2(Callers.ADMIN.key())
                            .get("/v1/manage/keys/x.css")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(given().auth()
                            .oauth2(Callers.ADMIN.key())
                            .contentType("application/json")
                            .body("{\"role\": \"god\"}")
                            .post(KEYS)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void a_node_that_is_cut_off_from_the_database_lets_nobody_in_after_half_a_minute() {
        ApiKeyToken known = ApiKeyToken.parse(Callers.ADMIN.key()).orElseThrow();
        ApiKeyToken revoked = ApiKeyToken.parse(Callers.REVOKED.key()).orElseThrow();
        Later clock = new Later(Clock.systemUTC());
        KnownKeys keys = new KnownKeys(database) {
            @Override
            long nanoTime() {
                return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
            }
        };
        ApiKeyAuthentication door = new ApiKeyAuthentication(keys, uses, clock);
        keys.read();

        clock.go(KnownKeys.LEASE.minusSeconds(1));
        assertThat(door.holderOf(known).hasRole(Role.ADMIN)).isTrue();

        clock.go(Duration.ofSeconds(2));
        assertThatThrownBy(() -> door.holderOf(known)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> door.holderOf(revoked)).isInstanceOf(AuthenticationFailedException.class);
    }

    private static int statusWith(String key) {
        return given().auth().oauth2(key).get(KEYS).statusCode();
    }
}
