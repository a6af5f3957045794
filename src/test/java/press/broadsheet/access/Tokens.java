package press.broadsheet.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** An identity provider of a test: a key, and tokens that it signs. */
final class Tokens {
    static final String ISSUER = "https://login.example.org";
    static final String AUDIENCE = "broadsheet";

    private static final int BITS = 2048;

    private final PublicJsonWebKey key;

    private Tokens(PublicJsonWebKey key) {
        this.key = key;
    }

    static Tokens of(PublicJsonWebKey key) {
        return new Tokens(key);
    }

    /** With a key of an elliptic curve, which is made quickly. */
    static Tokens withKey(String kid) throws JoseException {
        return named(kid, EcJwkGenerator.generateJwk(EllipticCurves.P256));
    }

    static Tokens withRsaKey(String kid) throws JoseException {
        return named(kid, RsaJwkGenerator.generateJwk(BITS));
    }

    private static Tokens named(String kid, PublicJsonWebKey key) {
        key.setKeyId(kid);
        key.setUse("sig");
        return new Tokens(key);
    }

    /** A JWK set with the public part. */
    String jwks() {
        return "{\"keys\":[%s]}".formatted(key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    PublicJsonWebKey key() {
        return key;
    }

    /** A token that is in order, for a subject with roles. */
    String of(String subject, String... roles) throws JoseException {
        return with(claims -> {
            claims.setSubject(subject);
            claims.setStringListClaim("groups", List.of(roles));
        });
    }

    /** An admin's token that is in order but for what a change makes of it. */
    String with(Consumer<JwtClaims> change) throws JoseException {
        return sign(claims(change), jws -> {
            // As it is.
        });
    }

    String signed(Consumer<JsonWebSignature> change) throws JoseException {
        return sign(
                claims(claims -> {
                    // As they are.
                }),
                change);
    }

    String unsigned() throws JoseException {
        return signed(jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            jws.setKey(null);
        });
    }

    /** As if the public key were a secret that both sides share. */
    String signedWithThePublicKey(byte[] publicKey) throws JoseException {
        return signed(jws -> {
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            jws.setKey(new HmacKey(publicKey));
        });
    }

    byte[] publicKeyAsPem() {
        return ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(key.getPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static JwtClaims claims(Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("ada@example.org");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setIssuedAtToNow();
        claims.setStringListClaim("groups", List.of("admin"));
        claims.setClaim("realm_access", Map.of("roles", List.of("editor", "offline_access")));
        change.accept(claims);
        return claims;
    }

    private String sign(JwtClaims claims, Consumer<JsonWebSignature> change) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(
                key instanceof RsaJsonWebKey
                        ? AlgorithmIdentifiers.RSA_USING_SHA256
                        : AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        change.accept(jws);
        return jws.getCompactSerialization();
    }
}
