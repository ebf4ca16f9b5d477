package cn.shequ.gateway.fairuse;

import cn.shequ.gateway.GatewaySettings.Allowance;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * One token bucket per key. Those not used for two windows are full again anyway and are forgotten; beyond
 * {@code remembered} the least used go, so that many keys cannot fill the memory.
 */
final class Buckets {
    private final String policy;
    private final Allowance allowance;
    private final Cache<String, Bucket> buckets;

    Buckets(String policy, Allowance allowance, int remembered) {
        this.policy = policy;
        this.allowance = allowance;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(allowance.window().multipliedBy(2))
                .build();
    }

    String policy() {
        return policy;
    }

    /** Takes one token of the key's, if there is one. */
    Verdict take(String key) {
        Bucket bucket = buckets.get(key, unknown -> fullBucket());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Verdict(
                policy,
                probe.isConsumed(),
                allowance.requests(),
                allowance.window(),
                probe.getRemainingTokens(),
                Duration.ofNanos(
                        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()));
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(allowance.requests()).refillGreedy(allowance.requests(), allowance.window()))
                .build();
    }
}
