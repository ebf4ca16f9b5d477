package cn.shequ.funding.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 3, 2026-01-01, 2026-03-31",
        "2026-03-31, 3, 2026-01-01, 2026-03-31",
        "2026-12-31, 3, 2026-10-01, 2026-12-31",
        "2026-02-10, 1, 2026-02-01, 2026-02-28",
        "2026-07-01, 12, 2026-01-01, 2026-12-31"
    })
    void a_year_is_cut_into_equal_periods(LocalDate day, int months, LocalDate from, LocalDate to) {
        assertThat(Period.containing(day, months)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-14, 2026-06-30", "2026-10-15, 2026-09-30", "2026-11-24, 2026-09-30", "2027-01-01, 2026-09-30"})
    void a_quarter_is_public_fifteen_days_after_its_end(LocalDate today, LocalDate lastDay) {
        assertThat(Period.lastPublicOn(today, 3, 15).to()).isEqualTo(lastDay);
    }

    @Test
    void what_was_missed_is_every_period_since() {
        Period last = Period.containing(LocalDate.of(2026, 9, 30), 3);
        assertThat(last.since(LocalDate.of(2026, 2, 2), 3))
                .extracting(Period::from)
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1));
        assertThat(last.since(LocalDate.of(2026, 10, 1), 3)).isEmpty();
    }

    @Test
    void a_year_has_no_periods_of_five_months() {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.containing(LocalDate.of(2026, 1, 1), 5));
    }
}
