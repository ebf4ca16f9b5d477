package cn.shequ.gateway.fairuse;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Gives each address and each caller its share. The address is judged before any token is looked at, so that guessing
 * tokens is limited too; the caller is judged by token, so that one greedy program does not spend a whole office's share.
 *
 * <p>Counted per gateway process: with N processes the limits are N times as wide.
 */
@ApplicationScoped
public class FairUse {
    private final boolean enabled;
    private final Buckets addresses;
    private final Buckets callers;
    private final MeterRegistry meters;

    FairUse(GatewaySettings settings, MeterRegistry meters) {
        GatewaySettings.FairUse fairUse = settings.fairUse();
        this.enabled = fairUse.enabled();
        this.addresses = new Buckets("address", fairUse.address(), fairUse.remembered());
        this.callers = new Buckets("caller", fairUse.caller(), fairUse.remembered());
        this.meters = meters;
        // Counted from zero on, so that already the first refusal is an increase.
        limited(addresses.policy());
        limited(callers.policy());
    }

    private Counter limited(String policy) {
        return meters.counter("shequ.gateway.rate.limited", "policy", policy);
    }

    public Optional<Problem> refusalForAddress(HttpServerRequest request) {
        return judge(addresses, AddressKey.of(request.remoteAddress().hostAddress()), request);
    }

    public Optional<Problem> refusalForCaller(String caller, HttpServerRequest request) {
        return judge(callers, caller, request);
    }

    private Optional<Problem> judge(Buckets buckets, String key, HttpServerRequest request) {
        if (!enabled) {
            return Optional.empty();
        }
        Verdict verdict = buckets.take(key);
        append(request.response().headers(), "RateLimit-Policy", verdict.policyItem());
        append(request.response().headers(), "RateLimit", verdict.limitItem());
        if (verdict.allowed()) {
            return Optional.empty();
        }
        limited(verdict.policy()).increment();
        return Optional.of(verdict.refusal());
    }

    private static void append(MultiMap headers, String name, String item) {
        String before = headers.get(name);
        headers.set(name, before == null ? item : before + ", " + item);
    }
}
