package cn.shequ.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** What came in, and how far behind the service is. */
@Singleton
class InboxMeters {
    private final Counter handled;
    private final Counter repeated;
    private final Counter unneeded;
    private final AtomicLong lag = new AtomicLong();

    InboxMeters(MeterRegistry registry) {
        this.handled = counter(registry, "handled");
        this.repeated = counter(registry, "repeated");
        this.unneeded = counter(registry, "unneeded");
        registry.gauge("shequ.inbox.lag", lag);
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("shequ.inbox.events")
                .description("Events that arrived: handled, delivered again, or of a type nobody here handles")
                .tag("outcome", outcome)
                .register(registry);
    }

    void taken(boolean first) {
        (first ? handled : repeated).increment();
    }

    void unneeded() {
        unneeded.increment();
    }

    /** Events that the broker has and this process has not asked for yet. */
    void lag(long events) {
        lag.set(events);
    }
}
