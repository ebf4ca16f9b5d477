package cn.shequ.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.RandomCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private final BusinessCalendar calendar = new BusinessCalendar(ShippedCalendar.shipped());

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void a_known_year_has_as_many_business_days_as_were_announced(int year, int businessDays) {
        assertThat(days(year).filter(calendar::isBusinessDay)).hasSize(businessDays);
        assertThat(calendar.isProvisional(LocalDate.of(year, 6, 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"})
    void a_weekend_that_is_made_up_for_is_a_business_day(LocalDate day) {
        assertThat(HolidayArrangement.isWeekend(day)).isTrue();
        assertThat(calendar.isBusinessDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 2026-03-31",
        "2026-02-15, 2026-02-24",
        "2026-10-01, 2026-10-08",
        "2026-01-03, 2026-01-04",
        "2025-01-28, 2025-02-05",
        "2024-12-31, 2024-12-31"
    })
    void what_is_due_on_a_holiday_is_due_on_the_next_business_day(LocalDate day, LocalDate due) {
        assertThat(calendar.onOrAfter(day)).isEqualTo(due);
    }

    @Test
    void a_year_that_was_not_announced_is_provisional_and_knows_weekends_and_fixed_holidays() {
        assertThat(calendar.knownYears()).containsExactly(2024, 2025, 2026);
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThat(calendar.isProvisional(newYear)).isTrue();
        assertThat(calendar.isBusinessDay(newYear)).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2027, 1, 2))).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(calendar.onOrAfter(LocalDate.of(2027, 10, 1))).isEqualTo(LocalDate.of(2027, 10, 4));
    }

    @Test
    void overdue_is_what_was_due_on_the_last_business_day_before_or_earlier_and_nothing_else() {
        RandomCases.forAll(2_000, random -> {
            LocalDate due = day(random);
            LocalDate today = due.plusDays(random.nextInt(-20, 20));
            assertThat(calendar.onOrAfter(due).isBefore(today)).isEqualTo(!due.isAfter(calendar.before(today)));
        });
    }

    @Test
    void counting_forth_and_back_agrees() {
        RandomCases.forAll(1_000, random -> {
            LocalDate day = day(random);
            int count = random.nextInt(1, 40);
            LocalDate later = calendar.plus(day, count);
            assertThat(calendar.isBusinessDay(later)).isTrue();
            assertThat(calendar.between(day, later)).isEqualTo(count);
            assertThat(calendar.minus(later, count)).isBeforeOrEqualTo(day);
            assertThat(calendar.onOrAfter(day)).isAfterOrEqualTo(day);
            assertThat(calendar.before(day)).isBefore(day);
        });
        assertThat(calendar.between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)))
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plus(LocalDate.of(2026, 3, 2), -1));
    }

    @Test
    void a_file_adds_a_year_and_corrects_a_shipped_one(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("more.json"), """
                [{"year": 2027, "notice": "made up", "off": ["2027-02-05/2027-02-11"], "working": ["2027-01-31"]},
                 {"year": 2026, "notice": "made up", "off": [], "working": []}]""");
        List<HolidayArrangement> all = new ArrayList<>(ShippedCalendar.shipped());
        all.addAll(ShippedCalendar.read(file));
        BusinessCalendar extended = new BusinessCalendar(all);
        assertThat(extended.isBusinessDay(LocalDate.of(2027, 2, 8))).isFalse();
        assertThat(extended.isBusinessDay(LocalDate.of(2027, 1, 31))).isTrue();
        assertThat(extended.isProvisional(LocalDate.of(2027, 1, 31))).isFalse();
        assertThat(extended.isBusinessDay(LocalDate.of(2026, 10, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"year\": 2027, \"notice\": \"n\", \"off\": [\"2026-12-31/2027-01-02\"], \"working\": []}",
                "{\"year\": 2027, \"notice\": \"n\", \"off\": [], \"working\": [\"2027-02-08\"]}",
                "{\"year\": 2027, \"notice\": \"n\", \"off\": [\"2027-01-31\"], \"working\": [\"2027-01-31\"]}",
                "{\"year\": 2027, \"notice\": \"n\", \"off\": [\"2027-02-03/2027-02-01\"], \"working\": []}",
                "{\"year\": 2027, \"notice\": \"n\", \"off\": [\"2027-02-01\", \"2027-02-01\"], \"working\": []}",
                "{\"year\": 2027, \"notice\": \"n\", \"off\": [\"soon\"], \"working\": []}",
                "{\"year\": 2027, \"notice\": \"n\", \"off\": []}"
            })
    void a_file_with_a_day_that_cannot_be_is_refused(String year, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), "[" + year + "]");
        assertThatThrownBy(() -> ShippedCalendar.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrong.json");
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static LocalDate day(RandomGenerator random) {
        return LocalDate.of(2023, 6, 1).plusDays(random.nextInt(1_500));
    }
}
