package press.broadsheet.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.ProbeResource;

/** On the open web: reached over HTTPS, and by clients that mean no good. */
@QuarkusTest
@TestProfile(PublicAddressTest.OnTheWeb.class)
class PublicAddressTest {
    private static final int DEADLINE_SECONDS = 1;

    public static class OnTheWeb implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "broadsheet.url",
                    "https://api.example.org",
                    "broadsheet.body-deadline",
                    Duration.ofSeconds(DEADLINE_SECONDS).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/articles/never", "/unheard-of", "/q/health/live"})
    void browsers_are_told_to_come_back_over_https(String path) {
        assertThat(given().get(path).header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_cut_off() throws Exception {
        int changes = ProbeResource.CHANGES.get();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write("""
                    POST /v1/probes HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 1000\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));

            assertThat(secondsUntilCutOff(socket)).isBetween(DEADLINE_SECONDS / 2.0, DEADLINE_SECONDS + 5.0);
        }
        assertThat(ProbeResource.CHANGES).hasValue(changes);
    }

    private static double secondsUntilCutOff(Socket socket) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            for (int sent = 0; sent < 100; sent++) {
                socket.getOutputStream().write(' ');
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (SocketException cutOff) {
            return (System.nanoTime() - start) / 1e9;
        }
        return Double.POSITIVE_INFINITY;
    }
}
