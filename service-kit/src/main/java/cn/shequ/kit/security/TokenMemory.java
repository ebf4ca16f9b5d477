package cn.shequ.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom tokens spoke for that were found good, for {@link #LONGEST} at most and never beyond a token's end. */
final class TokenMemory {

    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    /** Whom a token speaks for, and when it ends. */
    private record Known(SecurityIdentity identity, Instant end) {}

    private final InstantSource clock;
    private final Cache<ByteBuffer, Known> known;

    TokenMemory(InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfterWrite(LONGEST)
                .build();
    }

    /**
     * Whom this authorization speaks for.
     *
     * @param check finds out when it is not remembered; fails when the token is refused, and that is not remembered
     */
    Uni<SecurityIdentity> identity(String authorization, Supplier<Uni<SecurityIdentity>> check) {
        ByteBuffer digest = digest(authorization);
        Known found = known.getIfPresent(digest);
        return found != null && clock.instant().isBefore(found.end())
                ? Uni.createFrom().item(found.identity())
                : check.get().onItem().ifNotNull().invoke(identity -> remember(digest, identity));
    }

    private void remember(ByteBuffer digest, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            token.<Long>claim(Claims.exp)
                    .ifPresent(
                            end -> known.put(digest, new Known(withoutRequest(identity), Instant.ofEpochSecond(end))));
        }
    }

    /** The attributes hold the request with which the token came. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }

    /** Compared instead of the token itself, so that how long it takes tells nothing about one that is remembered. */
    private static ByteBuffer digest(String authorization) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(authorization.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
