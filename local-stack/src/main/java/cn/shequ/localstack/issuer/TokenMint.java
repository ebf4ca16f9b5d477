package cn.shequ.localstack.issuer;

import cn.shequ.localstack.SecretFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Signs tokens with the issuer's key; whoever has the key file can, so tests need no HTTP round trip. */
public final class TokenMint implements TokenGiver {

    /** Whom every access token is for: the suite as a whole. */
    public static final String AUDIENCE = "shequ";

    public static final Duration LIFETIME = Duration.ofHours(1);

    private final String issuer;
    private final RsaJsonWebKey key;
    private final Clock clock;

    private TokenMint(String issuer, RsaJsonWebKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** Reads the key, or makes and keeps one, so that tokens outlive a restart of the issuer. */
    public static TokenMint open(String issuer, Path keyFile, Clock clock) throws IOException {
        String json = SecretFile.readOrCreate(keyFile, TokenMint::newKey);
        try {
            return new TokenMint(issuer, new RsaJsonWebKey(JsonUtil.parseJson(json)), clock);
        } catch (JoseException e) {
            throw new IOException("not a signing key: " + keyFile, e);
        }
    }

    private static String newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    /** An access token for this person, as any client of theirs would get it. */
    @Override
    public String token(Person person) {
        return accessToken(person, "shequ-cli", null);
    }

    @Override
    public String token(String subject, List<String> roles, @Nullable String division, @Nullable String department) {
        Person person = new Person(subject, subject, subject, roles, division, department);
        JwtClaims claims = claims(person, subject, "shequ-test", null);
        return sign(claims);
    }

    String accessToken(Person person, String clientId, @Nullable String scope) {
        return sign(claims(person, person.subject(), clientId, scope));
    }

    String idToken(Person person, String clientId, @Nullable String nonce) {
        JwtClaims claims = times(new JwtClaims());
        claims.setSubject(person.subject());
        claims.setAudience(clientId);
        claims.setStringClaim("typ", "ID");
        claims.setStringClaim("azp", clientId);
        claims.setClaim(
                "auth_time", NumericDate.fromMilliseconds(clock.millis()).getValue());
        if (nonce != null) {
            claims.setStringClaim("nonce", nonce);
        }
        describe(claims, person);
        return sign(claims);
    }

    private JwtClaims claims(Person person, String subject, String clientId, @Nullable String scope) {
        JwtClaims claims = times(new JwtClaims());
        claims.setSubject(subject);
        claims.setAudience(AUDIENCE);
        claims.setStringClaim("typ", "Bearer");
        claims.setStringClaim("azp", clientId);
        claims.setStringClaim("client_id", clientId);
        claims.setClaim("realm_access", Map.of("roles", person.roles()));
        if (person.division() != null) {
            claims.setStringClaim("division", person.division());
        }
        if (person.department() != null) {
            claims.setStringClaim("department", person.department());
        }
        if (scope != null) {
            claims.setStringClaim("scope", scope);
        }
        describe(claims, person);
        return claims;
    }

    private static void describe(JwtClaims claims, Person person) {
        claims.setStringClaim("preferred_username", person.username());
        claims.setStringClaim("name", person.nameZh());
    }

    private JwtClaims times(JwtClaims claims) {
        NumericDate now = NumericDate.fromMilliseconds(clock.millis());
        claims.setIssuer(issuer);
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFETIME.toSeconds()));
        claims.setGeneratedJwtId();
        return claims;
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key.getRsaPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("an RSA key that was read before must sign", e);
        }
    }

    /** The public key as a JWK set entry. */
    Map<String, Object> publicKey() {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    String issuer() {
        return issuer;
    }
}
