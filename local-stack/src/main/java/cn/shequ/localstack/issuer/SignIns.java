package cn.shequ.localstack.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-ins under way: a request waits for a person, then a code waits for its client. Each is good once. */
final class SignIns {

    /** What the client asked for at the authorization endpoint. */
    record Request(
            String clientId,
            String redirectUri,
            String codeChallenge,
            String scope,
            @Nullable String state,
            @Nullable String nonce) {}

    /** A person chose; the code stands for both. */
    record Grant(Request request, Person person) {

        /** True when this verifier is what the challenge was made from (RFC 7636, S256). */
        boolean isProvenBy(String codeVerifier) {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
                String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
                return MessageDigest.isEqual(
                        challenge.getBytes(StandardCharsets.US_ASCII),
                        request.codeChallenge().getBytes(StandardCharsets.US_ASCII));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    private record Waiting<T>(T value, Instant until) {}

    private static final Duration FOR_A_PERSON = Duration.ofMinutes(10);
    private static final Duration FOR_A_CLIENT = Duration.ofMinutes(1);
    /** More sign-ins at once than a demonstration has; the oldest gives way. */
    private static final int LIMIT = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Waiting<Request>> requests = new LinkedHashMap<>();
    private final Map<String, Waiting<Grant>> codes = new LinkedHashMap<>();

    SignIns(Clock clock) {
        this.clock = clock;
    }

    synchronized String begin(Request request) {
        return remember(requests, request, FOR_A_PERSON);
    }

    synchronized Optional<Request> chosen(String id) {
        return take(requests, id);
    }

    synchronized String issueCode(Grant grant) {
        return remember(codes, grant, FOR_A_CLIENT);
    }

    synchronized Optional<Grant> redeem(String code) {
        return take(codes, code);
    }

    private <T> String remember(Map<String, Waiting<T>> all, T value, Duration howLong) {
        if (all.size() >= LIMIT) {
            all.remove(all.keySet().iterator().next());
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        all.put(id, new Waiting<>(value, clock.instant().plus(howLong)));
        return id;
    }

    private <T> Optional<T> take(Map<String, Waiting<T>> all, String id) {
        return Optional.ofNullable(all.remove(id))
                .filter(waiting -> clock.instant().isBefore(waiting.until()))
                .map(Waiting::value);
    }
}
