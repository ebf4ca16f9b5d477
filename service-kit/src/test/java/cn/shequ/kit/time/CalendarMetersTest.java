package cn.shequ.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CalendarMeters meters =
            new CalendarMeters(((InstantSource) this::now).withZone(ZoneId.of("Asia/Shanghai")), registry);
    private Instant moment = Instant.EPOCH;

    @ParameterizedTest
    @CsvSource({
        // covers the year
        "2024-01-01, 1096",
        "2026-01-01, 365",
        "2026-11-30, 32",
        // ends soon
        "2026-12-02, 30",
        "2026-12-31, 1",
        // has ended
        "2027-01-01, 0",
        "2027-01-02, -1",
        "2028-03-01, -425",
        // has not begun
        "2023-12-31, 0"
    })
    void theShippedYearsReachToTheEndOf2026(String day, int daysAhead) {
        meters.watch(new BusinessCalendar(ShippedCalendar.shipped()));
        it(day + "T12:00:00+08:00");
        assertThat(daysAhead()).isEqualTo(daysAhead);
    }

    @Test
    void theFigureGoesOnWithTheDayOfTheCity() {
        meters.watch(new BusinessCalendar(ShippedCalendar.shipped()));
        it("2026-12-31T23:59:59+08:00");
        assertThat(daysAhead()).isEqualTo(1);
        it("2027-01-01T00:00:00+08:00");
        assertThat(daysAhead()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 366", "2027-01-01, 365", "2027-12-31, 1", "2028-01-01, 0"})
    void aYearOfTheFileReachesFurther(String day, int daysAhead, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("more.json"), """
                [{"year": 2027, "notice": "made up", "off": ["2027-01-01/2027-01-03"], "working": []}]""");
        new ShippedCalendar().calendar(Optional.of(file), meters);
        it(day + "T12:00:00+08:00");
        assertThat(daysAhead()).isEqualTo(daysAhead);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 1", "2027-12-31, -364", "2028-01-01, 366", "2029-01-01, 0"})
    void itReachesNoFurtherThanTheFirstYearThatIsMissing(String day, int daysAhead) {
        meters.watch(new BusinessCalendar(List.of(year(2026), year(2028))));
        it(day + "T12:00:00+08:00");
        assertThat(daysAhead()).isEqualTo(daysAhead);
    }

    @Test
    void withoutAnyYearTodayIsNotCovered() {
        meters.watch(new BusinessCalendar(List.of()));
        it("2026-06-01T12:00:00+08:00");
        assertThat(daysAhead()).isZero();
    }

    private static HolidayArrangement year(int year) {
        return new HolidayArrangement(year, "made up", List.of(), List.of());
    }

    private void it(String at) {
        moment = OffsetDateTime.parse(at).toInstant();
    }

    private Instant now() {
        return moment;
    }

    private double daysAhead() {
        return registry.get("shequ.calendar.days.ahead").gauge().value();
    }
}
