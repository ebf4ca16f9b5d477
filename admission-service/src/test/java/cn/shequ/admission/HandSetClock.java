package cn.shequ.admission;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The clock of a service in the hand of a test that selects it; it goes as any other until it is set. */
@Alternative
@Singleton
public class HandSetClock {

    private volatile @Nullable Instant moment;

    /** In the business time zone, as the clock whose place it takes. */
    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "shequ.time-zone") ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }

    private Instant instant() {
        Instant set = moment;
        return set == null ? Instant.now() : set;
    }

    /** It stands still at this moment. */
    public void set(String at) {
        moment = OffsetDateTime.parse(at).toInstant();
    }

    public void letGo() {
        moment = null;
    }
}
