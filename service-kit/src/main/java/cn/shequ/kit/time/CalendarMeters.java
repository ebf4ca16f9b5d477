package cn.shequ.kit.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/**
 * How far ahead the announced holidays reach. Only services that count by the calendar have one and tell it. It is reckoned
 * at each scrape from what is in memory, so that it asks no database and goes on with the day.
 */
@Singleton
class CalendarMeters {

    private final Clock clock;
    private final MeterRegistry registry;

    CalendarMeters(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.registry = registry;
    }

    void watch(BusinessCalendar calendar) {
        Gauge.builder("shequ.calendar.days.ahead", () -> calendar.daysKnownFrom(LocalDate.now(clock)))
                .description(
                        "Days from today on, today included, whose holidays are known; 0 or less where today's are not")
                .register(registry);
    }
}
