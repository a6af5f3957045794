package press.broadsheet.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Outage;

/** Low limits, and a trusted proxy at 127.0.0.2; every test calls from addresses and with keys of its own. */
@QuarkusTest
@TestProfile(LimitsTest.Low.class)
@TestInstance(Lifecycle.PER_CLASS)
class LimitsTest {
    static final String PROXY = "127.0.0.2";
    private static final int KEY = 20;
    static final int VIEWS = 15;
    private static final int REACTIONS = 10;
    private static final int GUESSES = 5;

    private final Newsroom newsroom;
    private final AgroalDataSource database;
    private String article;

    LimitsTest(Newsroom newsroom, AgroalDataSource database) {
        this.newsroom = newsroom;
        this.database = database;
    }

    /** One request in six seconds at most is given back, so that a slow machine does not blur what is counted. */
    public static final class Low implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "broadsheet.limits.key", String.valueOf(KEY),
                    "broadsheet.limits.views", String.valueOf(VIEWS),
                    "broadsheet.limits.reactions", String.valueOf(REACTIONS),
                    "broadsheet.limits.guesses", String.valueOf(GUESSES),
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", PROXY);
        }
    }

    @BeforeEach
    void publish() {
        if (article == null) {
            newsroom.clear();
            newsroom.section("News");
            article = newsroom.anArticle("Night trams").in("news").published();
        }
        newsroom.sql("truncate reaction");
    }

    @Test
    void a_key_is_told_what_is_left_and_refused_when_nothing_is() {
        Callers.enrol(newsroom, "busy", "reader", "null", "null");
        Callers.enrol(newsroom, "idle", "reader", "null", "null");
        List<Response> answers = times(KEY + 5, attempt -> with("busy").get("/v1/site"));

        Response first = answers.get(0);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"key\";q=20;w=60");
        assertThat(first.header("RateLimit")).matches("\"key\";r=19;t=[1-3]");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-store");
        answers.get(KEY + 4)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("rate-limited"))
                .header("Cache-Control", equalTo("no-store"));
        assertThat(Integer.parseInt(answers.get(KEY + 4).header("Retry-After"))).isBetween(1, 3);
        assertThat(answers.get(KEY + 4).header("RateLimit")).startsWith("\"key\";r=0;t=");
        assertThat(with("idle").get("/v1/site").statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_key_may_not_do_counts_too() {
        Callers.enrol(newsroom, "nosy", "reader", "null", "null");

        List<Response> answers = times(KEY + 5, attempt -> with("nosy").get("/v1/manage/keys"));

        assertThat(statuses(answers, 403)).isBetween((long) KEY, KEY + 4L);
        assertThat(answers.get(KEY + 4).statusCode()).isEqualTo(429);
    }

    @Test
    void ten_thousand_readers_at_one_address_are_few() {
        List<Response> answers = times(4 * REACTIONS, attempt -> react(from("127.0.0.10")));

        long counted = statuses(answers, 201);
        assertThat(counted).isBetween((long) REACTIONS, 2L * REACTIONS);
        assertThat(statuses(answers, 429)).isEqualTo(4 * REACTIONS - counted);
        assertThat(newsroom.rows("select count(*) from reaction")).isEqualTo(List.of(List.of(counted)));
        assertThat(react(from("127.0.0.11")).statusCode()).isEqualTo(201);
    }

    @Test
    void who_shows_a_key_is_not_counted_by_address() {
        times(2 * REACTIONS, attempt -> react(from("127.0.0.12")));
        Callers.enrol(newsroom, "relay", "reader", "null", "null");

        Response answer = react(from("127.0.0.12").auth().oauth2(Callers.key("relay")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("RateLimit")).startsWith("\"key\"");
    }

    @Test
    void a_request_too_many_costs_no_statement() throws SQLException {
        times(2 * REACTIONS, attempt -> react(from("127.0.0.13")));

        try (Outage away = Outage.of(database)) {
            assertThat(away).isNotNull();
            assertThat(react(from("127.0.0.13")).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void a_client_does_not_get_away_by_naming_other_addresses() {
        List<Response> answers = times(
                4 * REACTIONS,
                attempt -> react(from("127.0.0.14")
                        .header("X-Forwarded-For", "203.0.113." + attempt)
                        .header("Forwarded", "for=203.0.113." + attempt)
                        .header("X-Real-IP", "203.0.113." + attempt)));

        assertThat(statuses(answers, 201)).isBetween((long) REACTIONS, 2L * REACTIONS);
    }

    @Test
    void behind_a_trusted_proxy_the_last_address_counts() {
        List<Response> answers = times(
                4 * REACTIONS,
                attempt -> react(from(PROXY).header("X-Forwarded-For", "198.51.100." + attempt + ", 203.0.113.7")));

        assertThat(statuses(answers, 201)).isBetween((long) REACTIONS, 2L * REACTIONS);
        assertThat(react(from(PROXY).header("X-Forwarded-For", "203.0.113.8")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void addresses_of_one_ipv6_network_are_one() {
        List<Response> answers = times(
                4 * REACTIONS, attempt -> react(from(PROXY).header("X-Forwarded-For", "2001:db8:1:2::" + attempt)));

        assertThat(statuses(answers, 201)).isBetween((long) REACTIONS, 2L * REACTIONS);
        assertThat(react(from(PROXY).header("X-Forwarded-For", "2001:db8:1:3::1"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void who_guesses_keys_is_slowed_down_and_locks_nobody_out() {
        Callers.enrol(newsroom, "honest", "reader", "null", "null");
        List<Response> answers = times(4 * GUESSES, attempt -> from("127.0.0.15")
                .auth()
                .oauth2(Callers.key("guess" + attempt))
                .get("/v1/site"));

        assertThat(statuses(answers, 401)).isBetween((long) GUESSES, GUESSES + 2L);
        Response last = answers.get(4 * GUESSES - 1);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.header("WWW-Authenticate")).isNull();
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(from("127.0.0.15")
                        .auth()
                        .oauth2(Callers.key("honest"))
                        .get("/v1/site")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void reading_is_not_limited_and_says_nothing_of_limits() {
        List<Response> answers = times(3 * KEY, attempt -> from("127.0.0.16").get("/v1/site"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).isNull();
            assertThat(answer.header("RateLimit-Policy")).isNull();
        });
    }

    private Response react(RequestSpecification client) {
        return client.put("/v1/articles/" + article + "/reactions/like/" + UUID.randomUUID());
    }

    private static RequestSpecification with(String keyId) {
        return given().auth().oauth2(Callers.key(keyId));
    }

    /** A client at one of the many addresses of this machine. */
    static RequestSpecification from(String address) {
        try {
            return given().config(RestAssured.config()
                    .httpClient(HttpClientConfig.httpClientConfig()
                            .setParam("http.route.local-address", InetAddress.getByName(address))));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(address, impossible);
        }
    }

    private static List<Response> times(int number, IntFunction<Response> request) {
        return IntStream.range(0, number).mapToObj(request).toList();
    }

    private static long statuses(List<Response> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }
}
