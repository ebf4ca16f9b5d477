package cn.shequ.admission.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("art-7")
class FrequencyTest {

    @ParameterizedTest(name = "{0} on {1}: from {2}")
    @CsvSource({
        "ONCE, 2026-11-28, 2026-02-03",
        "YEARLY, 2026-12-31, 2026-01-01",
        "YEARLY, 2027-01-01, 2027-01-01",
        "HALF_YEARLY, 2026-06-30, 2026-01-01",
        "HALF_YEARLY, 2026-07-01, 2026-07-01",
        "QUARTERLY, 2026-03-31, 2026-01-01",
        "QUARTERLY, 2026-04-01, 2026-04-01",
        "QUARTERLY, 2026-12-31, 2026-10-01",
        "MONTHLY, 2026-02-28, 2026-02-01",
        "MONTHLY, 2026-03-01, 2026-03-01"
    })
    void aPeriodBeginsByTheCalendar(Frequency frequency, LocalDate day, LocalDate first) {
        assertThat(frequency.periodOf(day, LocalDate.of(2026, 2, 3))).isEqualTo(first);
    }
}
