package cn.shequ.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives every bean the same clock, in the business time zone: a day ends at midnight of the city. */
@Singleton
class BusinessClock {

    @Produces
    @DefaultBean
    @Singleton
    Clock clock(@ConfigProperty(name = "shequ.time-zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        return Clock.system(zone);
    }
}
