package press.broadsheet.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Hook;
import press.broadsheet.testing.Log;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Receiver;

/** Private addresses are not allowed here, as they are not by default. */
@QuarkusTest
class WebhookSecrecyTest {
    private final Newsroom newsroom;

    WebhookSecrecyTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.sql("delete from webhook");
    }

    /** B20: the name says nothing, its address does. */
    @Test
    void an_address_of_this_machine_is_not_connected_to_whatever_its_name() {
        Hook hook = Hook.to("https://localhost/in");
        newsroom.tag("topic", "Rail");

        await().untilAsserted(
                        () -> assertThat(hook.deliveries()).singleElement().satisfies(delivery -> assertThat(delivery)
                                .containsEntry("error", "forbidden-address")
                                .containsEntry("status", null)));
    }

    /** Where something was allowed once, or written into the database by another hand. */
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/in", "http://[::1]:%d/in", "http://localhost:%d/in"})
    void what_stands_in_the_database_is_checked_all_the_same(String url) throws Exception {
        try (Receiver receiver = Receiver.at("127.0.0.1")) {
            Hook hook = Hook.to("https://localhost/in");
            newsroom.sql("update webhook set url = '%s'".formatted(url.formatted(receiver.port())));
            newsroom.tag("topic", "Rail");

            await().untilAsserted(() -> assertThat(hook.deliveries()).first().satisfies(delivery -> assertThat(delivery)
                    .containsEntry("error", "forbidden-address")));
            assertThat(receiver.requestsTo("/in")).isEmpty();
        }
    }

    /** B32. */
    @Test
    void a_secret_stands_in_no_log_and_not_in_the_database() {
        try (Log log = Log.ofEverything()) {
            Hook hook = Hook.to("https://localhost/in");
            String next = hook.post("/secret").statusCode(201).extract().path("secret");
            newsroom.tag("topic", "Rail");
            await().until(() ->
                    !hook.deliveries().isEmpty() && hook.deliveries().get(0).get("error") != null);

            String rows = newsroom.rows("select webhook::text from webhook") + ""
                    + newsroom.rows("select webhook_delivery::text from webhook_delivery")
                    + newsroom.rows("select change::text from change");
            assertThat(log.lines()).isNotEmpty();
            assertThat(Stream.of(hook.secret(), next).map(secret -> secret.substring("whsec_".length())))
                    .allSatisfy(secret -> {
                        assertThat(log.lines()).noneMatch(line -> line.contains(secret));
                        assertThat(rows)
                                .doesNotContain(secret)
                                .doesNotContain(HexFormat.of()
                                        .formatHex(Base64.getDecoder().decode(secret)));
                    });
        }
    }
}
