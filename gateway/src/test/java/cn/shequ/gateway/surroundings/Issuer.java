package cn.shequ.gateway.surroundings;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of real signed tokens that can also change its key and be wrong on purpose. */
public final class Issuer implements AutoCloseable {
    private final HttpServer server;
    private final String address;
    private final AtomicInteger keyLookups = new AtomicInteger();
    private volatile RsaJsonWebKey key = newKey();

    private Issuer(URI address) throws IOException {
        this.address = address.toString();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
        serve("/.well-known/openid-configuration", () -> """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token",
                 "authorization_endpoint":"%1$s/authorize"}""".formatted(this.address));
        serve("/jwks", () -> {
            keyLookups.incrementAndGet();
            return "{\"keys\":[" + key.toJson() + "]}";
        });
        server.start();
    }

    public static Issuer start() {
        try {
            return new Issuer(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", URI.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String token() {
        return token(claims -> {});
    }

    /** A good token, spoilt or enriched by the given change. */
    public String token(Consumer<JwtClaims> change) {
        return signedBy(key, change);
    }

    public String tokenOfForeignKey() {
        RsaJsonWebKey foreign = newKey();
        foreign.setKeyId(key.getKeyId());
        return signedBy(foreign, claims -> {});
    }

    public void changesItsKey() {
        key = newKey();
    }

    public int keyLookups() {
        return keyLookups.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String signedBy(RsaJsonWebKey signer, Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setIssuer(address);
        claims.setSubject("0197c7e5-6a0b-7e57-9d2c-0d6c6a3b1f10");
        claims.setAudience("shequ");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setIssuedAtToNow();
        claims.setGeneratedJwtId();
        claims.setClaim("preferred_username", "finance.li");
        claims.setClaim("azp", "shequ-web");
        claims.setClaim("realm_access", Map.of("roles", List.of("finance-officer", "auditor")));
        claims.setClaim("division", "220100000000");
        change.accept(claims);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(signer.getPrivateKey());
        signature.setKeyIdHeaderValue(signer.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm("RS256");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(String path, java.util.function.Supplier<String> body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }
}
