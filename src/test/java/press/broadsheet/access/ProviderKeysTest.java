package press.broadsheet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an identity provider is asked for its keys, and what holds while it does not answer. */
class ProviderKeysTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final Later clock = new Later(Clock.systemUTC());

    private HttpServer server;
    private volatile String published;
    private volatile int status = 200;

    /** A configuration written out. */
    private record Settings(Optional<URI> jwks, Optional<String> issuer, Optional<String> audience, String rolesClaim)
            implements JwtConfig {
        static Settings of(String jwks) {
            return new Settings(
                    Optional.of(URI.create(jwks)), Optional.of(Tokens.ISSUER), Optional.of(Tokens.AUDIENCE), "groups");
        }
    }

    @BeforeEach
    void publish() throws IOException, JoseException {
        published = Tokens.withKey("old").jwks();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            calls.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keys_that_are_known_go_on_verifying_while_the_provider_is_away() throws JoseException {
        Tokens provider = publishing("mine");
        JwtAuthentication door = door();
        server.stop(0);
        clock.go(ProviderKeys.PAUSE);
        door.readKeysAgain();

        assertThat(open(door, provider.of("ada", "editor")).getRoles()).containsExactly("editor");
    }

    @Test
    void a_key_that_is_not_known_costs_one_call_in_a_pause_whoever_comes() throws JoseException {
        publishing("mine");
        JwtAuthentication door = door();
        Tokens stranger = Tokens.withKey("unknown");
        clock.go(ProviderKeys.PAUSE);

        refuseOften(door, stranger);
        assertThat(calls).hasValue(2);

        clock.go(ProviderKeys.PAUSE);
        refuseOften(door, stranger);
        assertThat(calls).hasValue(3);
    }

    @Test
    void it_is_no_more_while_the_provider_does_not_answer_well() throws JoseException {
        publishing("mine");
        status = 500;
        JwtAuthentication door = door();
        Tokens stranger = Tokens.withKey("unknown");
        clock.go(ProviderKeys.PAUSE);

        refuseOften(door, stranger);

        assertThat(calls).hasValue(2);
    }

    @Test
    void a_key_that_the_provider_has_changed_to_is_found_by_the_first_token_of_it() throws JoseException {
        JwtAuthentication door = door();
        Tokens provider = publishing("new");
        assertThatThrownBy(() -> open(door, provider.of("ada", "admin")))
                .isInstanceOf(AuthenticationFailedException.class);

        clock.go(ProviderKeys.PAUSE);

        assertThat(open(door, provider.of("ada", "admin")).getPrincipal().getName())
                .isEqualTo("ada");
    }

    @Test
    void a_provider_that_is_away_at_the_start_is_asked_later() throws JoseException {
        Tokens provider = publishing("mine");
        status = 503;
        JwtAuthentication door = door();
        status = 200;
        assertThatThrownBy(() -> open(door, provider.of("ada", "admin")))
                .isInstanceOf(AuthenticationFailedException.class);

        clock.go(ProviderKeys.PAUSE);

        assertThat(open(door, provider.of("ada", "admin")).hasRole("admin")).isTrue();
    }

    @Test
    void a_redirect_is_not_followed() throws JoseException {
        Tokens provider = publishing("mine");
        status = 302;
        JwtAuthentication door = door();

        assertThatThrownBy(() -> open(door, provider.of("ada", "admin")))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void roles_may_stand_deeper_and_in_one_text() throws JoseException {
        Tokens provider = publishing("mine");
        String location = location();

        assertThat(open(door(location, "realm_access/roles"), provider.of("ada", "admin"))
                        .getRoles())
                .containsExactly("editor");
        assertThat(open(door(location, "scope"), provider.with(claims -> claims.setClaim("scope", "openid reader")))
                        .getRoles())
                .containsExactly("reader");
        assertThat(open(door(location, "groups/roles"), provider.of("ada", "admin"))
                        .getRoles())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.org/jwks", "http://127.example.org/jwks", "ftp://127.0.0.1/jwks"})
    void keys_are_not_taken_from_where_somebody_in_between_could_change_them(String location) {
        assertThatThrownBy(() -> new JwtAuthentication(Settings.of(location), clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BROADSHEET_JWT_JWKS");
    }

    @Test
    void issuer_and_audience_must_be_given_too() {
        Optional<URI> jwks = Optional.of(URI.create("target/none.json"));
        Optional<String> given = Optional.of("given");

        assertThatThrownBy(() -> new JwtAuthentication(new Settings(jwks, Optional.empty(), given, "groups"), clock))
                .hasMessageContaining("BROADSHEET_JWT_ISSUER");
        assertThatThrownBy(() -> new JwtAuthentication(new Settings(jwks, given, Optional.empty(), "groups"), clock))
                .hasMessageContaining("BROADSHEET_JWT_AUDIENCE");
    }

    private Tokens publishing(String kid) throws JoseException {
        Tokens provider = Tokens.withKey(kid);
        published = provider.jwks();
        return provider;
    }

    private JwtAuthentication door() {
        return door(location(), "groups");
    }

    private JwtAuthentication door(String location, String rolesClaim) {
        Settings settings = Settings.of(location);
        return new JwtAuthentication(
                new Settings(settings.jwks(), settings.issuer(), settings.audience(), rolesClaim), clock);
    }

    private String location() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    private static SecurityIdentity open(JwtAuthentication door, String token) {
        return door.holderOf(token);
    }

    private static void refuseOften(JwtAuthentication door, Tokens stranger) throws JoseException {
        String token = stranger.of("ada", "admin");
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThatThrownBy(() -> open(door, token)).isInstanceOf(AuthenticationFailedException.class);
        }
    }
}
