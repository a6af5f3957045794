package press.broadsheet.keyring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

/** There is always an admin. */
@QuarkusTest
class LastAdminTest {
    private static final String PATH = "/v1/manage/keys/";

    private final Newsroom newsroom;

    LastAdminTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void leaveOneAdmin() {
        newsroom.sql("delete from api_key where key_id <> 'tests'");
        Callers.enrol(newsroom);
        inForce("tests", false);
    }

    @AfterEach
    void bringTheOtherBack() {
        inForce("tests", true);
    }

    @Test
    void the_last_admin_key_in_force_cannot_be_revoked() {
        revoke(Callers.ADMIN.key(), "admin", 409);
        assertThat(given().auth()
                        .oauth2(Callers.ADMIN.key())
                        .get(PATH + "admin")
                        .<String>path("state"))
                .isEqualTo("valid");
    }

    @Test
    void keys_that_open_nothing_or_less_do_not_count() {
        revoke(Callers.ADMIN.key(), "expired", 204);
        revoke(Callers.ADMIN.key(), "editor", 204);
        revoke(Callers.ADMIN.key(), "admin", 409);
    }

    @Test
    void of_two_admins_either_may_go() {
        Callers.enrol(newsroom, "second", "admin", "now() + interval '1 hour'", "null");

        revoke(Callers.ADMIN.key(), "admin", 204);
        revoke(Callers.key("second"), "second", 409);
    }

    @Test
    void admins_who_revoke_each_other_at_once_leave_one() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                List<String> ids = List.of("one" + round, "two" + round, "three" + round, "four" + round);
                ids.forEach(id -> Callers.enrol(newsroom, id, "admin", "null", "null"));
                newsroom.sql("update api_key set revoked_at = now() where role = 'admin' and revoked_at is null"
                        + " and not key_id = any('{" + String.join(",", ids) + "}')");
                List<Future<Integer>> answers = new ArrayList<>();
                ids.forEach(id -> answers.add(threads.submit(() ->
                        given().auth().oauth2(Callers.key(id)).delete(PATH + id).statusCode())));
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isIn(Set.of(204, 409));
                }
                assertThat(newsroom.rows("select 1 from api_key where role = 'admin' and revoked_at is null"))
                        .hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void revoke(String with, String keyId, int status) {
        var answer = given().auth().oauth2(with).delete(PATH + keyId).then().statusCode(status);
        if (status == 409) {
            answer.body("code", equalTo("conflict"));
        }
    }

    private void inForce(String keyId, boolean inForce) {
        newsroom.sql(
                "update api_key set revoked_at = %s where key_id = '%s'".formatted(inForce ? "null" : "now()", keyId));
        newsroom.tell(Set.of("key-" + keyId));
    }
}
