package press.broadsheet.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** Views that somebody sends by the thousand, under the limits of {@link LimitsTest}. */
@QuarkusTest
@TestProfile(LimitsTest.Low.class)
class BeaconLimitsTest {
    private static final int SENT = 4 * LimitsTest.VIEWS;

    private final Newsroom newsroom;
    private final String article = "story-" + UUID.randomUUID();

    BeaconLimitsTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void publish() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Story").in("news").with("slug", article).published();
    }

    @Test
    void one_address_is_told_to_wait_however_many_others_and_browsers_it_names() {
        List<Response> answers = IntStream.range(0, SENT)
                .mapToObj(attempt -> view(LimitsTest.from("127.0.0.20")
                        .header("X-Forwarded-For", "203.0.113." + attempt)
                        .header("Forwarded", "for=203.0.113." + attempt)
                        .header("X-Real-IP", "203.0.113." + attempt)))
                .toList();

        assertThat(Integer.parseInt(answers.get(SENT - 1).getHeader("Retry-After")))
                .isPositive();
        counted(taken(answers));
    }

    @Test
    void behind_a_trusted_proxy_the_addresses_of_one_ipv6_network_are_one() {
        List<Response> answers = IntStream.range(0, SENT)
                .mapToObj(attempt -> view(LimitsTest.from(LimitsTest.PROXY)
                        .header("X-Forwarded-For", "198.51.100." + attempt + ", 2001:db8:7:7::" + attempt)))
                .toList();

        long taken = taken(answers);
        assertThat(view(LimitsTest.from(LimitsTest.PROXY).header("X-Forwarded-For", "2001:db8:7:8::1"))
                        .statusCode())
                .isEqualTo(202);
        counted(taken + 1);
    }

    private Response view(RequestSpecification client) {
        return client.noContentType()
                .header("User-Agent", "Firefox " + UUID.randomUUID())
                .post("/v1/articles/" + article + "/views");
    }

    /** How many were taken; the others were told that they are too many. */
    private static long taken(List<Response> answers) {
        long taken =
                answers.stream().filter(answer -> answer.statusCode() == 202).count();
        assertThat(taken).isBetween((long) LimitsTest.VIEWS, 2L * LimitsTest.VIEWS);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .hasSize((int) (SENT - taken));
        return taken;
    }

    private void counted(long views) {
        await().untilAsserted(() -> assertThat(
                        Newsroom.read("/v1/articles/" + article + "/counters").getLong("views"))
                .isEqualTo(views));
    }
}
