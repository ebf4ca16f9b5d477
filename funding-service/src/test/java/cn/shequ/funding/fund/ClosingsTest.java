package cn.shequ.funding.fund;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
class ClosingsTest {

    private static final UUID FUND = new UUID(0, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final Closings closings = new Closings(List.of(
            new Closings.Closing(FUND, FIRST, Money.of("100.00")),
            new Closings.Closing(FUND, FIRST.plusDays(4), Money.of("30.00")),
            new Closings.Closing(FUND, FIRST.plusDays(6), Money.of("80.00"))));

    private String from(int day) {
        return closings.availableFrom(FUND, FIRST.plusDays(day)).toString();
    }

    @Test
    void the_least_closing_from_a_day_on_may_be_booked_away() {
        assertThat(List.of(from(-1), from(0), from(2), from(5), from(6), from(9)))
                .containsExactly("0.00", "30.00", "30.00", "30.00", "80.00", "80.00");
    }

    @Test
    void what_is_taken_is_gone_from_its_day_on_and_not_before() {
        closings.take(FUND, FIRST.plusDays(6), Money.of("60.00"));
        assertThat(List.of(from(0), from(5), from(6), from(7))).containsExactly("20.00", "20.00", "20.00", "20.00");
        closings.take(FUND, FIRST.plusDays(8), Money.of("5.00"));
        assertThat(List.of(from(0), from(6), from(8))).containsExactly("15.00", "15.00", "15.00");
        closings.take(FUND, FIRST.plusDays(2), Money.of("15.00"));
        assertThat(List.of(from(0), from(2), from(8))).containsExactly("0.00", "0.00", "0.00");
    }

    @Test
    void a_fund_that_never_moved_has_nothing() {
        assertThat(closings.availableFrom(new UUID(0, 2), FIRST)).isEqualTo(Money.ZERO);
    }
}
