package press.broadsheet.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.outbound.Answer.Failure;

/** It is the checked address that is connected to, and the name that the certificate, SNI and Host are of. */
class PostingOverTlsTest {
    private static final String PASSWORD = "changeit";

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<String> seen = new CompletableFuture<>();

    @TempDir
    Path folder;

    private PfxOptions certificate;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Path store = folder.resolve("store");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String command = "%s -genkeypair -alias hooks -keyalg EC -dname CN=anything -ext san=dns:hooks.example"
                + " -storetype PKCS12 -keystore %s -storepass " + PASSWORD;
        Process making = new ProcessBuilder(command.formatted(keytool, store).split(" ", -1))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(making.waitFor(30, TimeUnit.SECONDS)).isTrue();
        certificate = new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
        server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
                .requestHandler(request -> {
                    seen.complete(request.connection().indicatedServerName() + " " + request.getHeader("Host"));
                    request.response().setStatusCode(204).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_certificate_must_be_that_of_the_name() {
        HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(certificate);

        assertThat(post("hooks.example", trusting).status()).isEqualTo(204);
        assertThat(seen.join()).isEqualTo("hooks.example hooks.example:" + server.actualPort());
        assertThat(post("other.example", trusting)).isEqualTo(Answer.none(Failure.TLS));
        assertThat(post("127.0.0.1", trusting)).isEqualTo(Answer.none(Failure.TLS));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_trusted() {
        assertThat(post("hooks.example", new HttpClientOptions())).isEqualTo(Answer.none(Failure.TLS));
        assertThat(seen).isNotDone();
    }

    private Answer post(String host, HttpClientOptions options) {
        InetAddress[] here = {InetAddress.getLoopbackAddress()};
        try (Posting posting = new Posting(vertx, Duration.ofSeconds(10), 1, name -> here, address -> true, options)) {
            return posting.post(
                    Destination.of("https://%s:%d/in".formatted(host, server.actualPort())), Map.of(), "{}");
        }
    }
}
