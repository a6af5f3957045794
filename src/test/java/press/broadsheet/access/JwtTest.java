package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

/** Tokens of an identity provider, beside keys. */
@QuarkusTest
@TestProfile(JwtTest.WithProvider.class)
class JwtTest {
    private final Newsroom newsroom;
    private final Tokens provider;

    JwtTest(Newsroom newsroom) throws IOException, JoseException {
        this.newsroom = newsroom;
        this.provider = Tokens.of(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(WithProvider.PRIVATE)));
    }

    /** Hands its key over in a file: profile and test are not of one class loader. */
    public static final class WithProvider implements QuarkusTestProfile {
        private static final Path PRIVATE = Path.of("target/provider-private.json");
        private static final Path PUBLIC = Path.of("target/provider-jwks.json");

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Tokens made = Tokens.withRsaKey("of-this-year");
                Files.writeString(PRIVATE, made.key().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
                Files.writeString(PUBLIC, made.jwks());
            } catch (IOException | JoseException failed) {
                throw new IllegalStateException(failed);
            }
            return Map.of(
                    "broadsheet.jwt.jwks", PUBLIC.toString(),
                    "broadsheet.jwt.issuer", Tokens.ISSUER,
                    "broadsheet.jwt.audience", Tokens.AUDIENCE);
        }
    }

    @BeforeEach
    void enrol() {
        newsroom.clear();
        Callers.enrol(newsroom);
    }

    @Test
    void a_token_opens_what_its_roles_open() throws JoseException {
        assertThat(createTag(provider.of("ada@example.org", "editor")).statusCode())
                .isEqualTo(201);
        assertThat(createTag(provider.of("ada@example.org", "reader")).statusCode())
                .isEqualTo(403);
        assertThat(createTag(provider.of("ada@example.org", "Editor", "superuser", "ROLE_admin"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(createTag(provider.of("ada@example.org")).statusCode()).isEqualTo(403);
        assertThat(listKeys(provider.of("ada@example.org", "staff", "admin")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_done_with_a_token_was_done_by_its_subject() throws JoseException {
        createTag(provider.of("ada@example.org", "editor"));

        assertThat(newsroom.rows("select actor from change where type = 'tag' order by number desc limit 1"))
                .isEqualTo(List.of(List.of("ada@example.org")));
    }

    @Test
    void keys_open_as_before() {
        assertThat(listKeys(Callers.ADMIN.key()).statusCode()).isEqualTo(200);
        assertThat(listKeys(Callers.REVOKED.key()).statusCode()).isEqualTo(401);
    }

    @TestFactory
    Stream<DynamicTest> a_token_that_is_not_in_order_opens_nothing() throws JoseException {
        return forgeries().entrySet().stream()
                .map(forgery -> dynamicTest(forgery.getKey(), () -> {
                    Response answer = listKeys(forgery.getValue());
                    assertThat(answer.statusCode()).isEqualTo(401);
                    assertThat(answer.<String>path("detail"))
                            .isEqualTo("The credentials are unknown, expired or revoked.");
                }));
    }

    private Map<String, String> forgeries() throws JoseException {
        Tokens stranger = Tokens.withRsaKey("of-this-year");
        String[] parts = provider.of("ada@example.org", "reader").split("\\.", -1);
        String[] admins = provider.of("ada@example.org", "admin").split("\\.", -1);
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("not signed", provider.unsigned());
        forgeries.put("not signed, with a signature", provider.unsigned() + "eA");
        forgeries.put(
                "signed with the public key",
                provider.signedWithThePublicKey(provider.key().getPublicKey().getEncoded()));
        forgeries.put("signed with the public key as text", provider.signedWithThePublicKey(provider.publicKeyAsPem()));
        forgeries.put("signed by a stranger", stranger.of("ada@example.org", "admin"));
        forgeries.put("an unknown key", provider.signed(jws -> jws.setKeyIdHeaderValue("of-next-year")));
        forgeries.put("changed afterwards", parts[0] + "." + admins[1] + "." + parts[2]);
        forgeries.put("another issuer", provider.with(claims -> claims.setIssuer("https://login.example.com")));
        forgeries.put("no issuer", provider.with(claims -> claims.unsetClaim("iss")));
        forgeries.put("another audience", provider.with(claims -> claims.setAudience("newsletter")));
        forgeries.put("no audience", provider.with(claims -> claims.unsetClaim("aud")));
        forgeries.put("expired", provider.with(claims -> claims.setExpirationTime(inSeconds(-60))));
        forgeries.put("never expiring", provider.with(claims -> claims.unsetClaim("exp")));
        forgeries.put("not yet valid", provider.with(claims -> claims.setNotBefore(inSeconds(60))));
        forgeries.put("nobody's", provider.with(claims -> claims.unsetClaim("sub")));
        forgeries.put("with a subject that is no text", provider.with(claims -> claims.setClaim("sub", 1)));
        forgeries.put("with a subject that breaks lines", provider.with(claims -> claims.setSubject("ada\nadmin")));
        forgeries.put("with a subject that ends early", provider.with(claims -> claims.setSubject("ada\u0000")));
        forgeries.put("with a long subject", provider.with(claims -> claims.setSubject("a".repeat(201))));
        return forgeries;
    }

    private static NumericDate inSeconds(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static Response createTag(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("type", "topic", "name", "Rail"))
                .post("/v1/manage/tags");
    }

    private static Response listKeys(String token) {
        return given().auth().oauth2(token).get("/v1/manage/keys");
    }
}
