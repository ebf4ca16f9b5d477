package cn.shequ.admission.placement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FundingCoverTest {

    private static final int GRACE = 30;
    private static final LocalDate PAID = LocalDate.of(2026, 2, 1);

    private static FundingYear year(int year, String amount, @Nullable LocalDate settledOn) {
        Money due = Money.of(amount);
        return new FundingYear(
                new UUID(0, 1),
                year,
                due,
                Money.ZERO,
                Money.ZERO,
                due,
                LocalDate.of(year, 3, 31),
                new UUID(0, year),
                settledOn);
    }

    @Test
    void nothingIsCoveredBeforeTheFirstYearIsPaid() {
        FundingCover cover = FundingCover.of(List.of(year(2026, "100", null), year(2027, "100", PAID)), GRACE);
        assertThat(cover.holdsOn(LocalDate.of(2026, 1, 1))).isFalse();
    }

    @Test
    void theFirstYearCoversUntilTheGraceOfTheNextEnds() {
        FundingCover cover = FundingCover.of(List.of(year(2027, "100", null), year(2026, "100", PAID)), GRACE);
        assertThat(cover.through()).isEqualTo("2027-04-30");
        assertThat(cover.holdsOn(LocalDate.of(2027, 4, 30))).isTrue();
        assertThat(cover.holdsOn(LocalDate.of(2027, 5, 1))).isFalse();
    }

    @Test
    void whenEverythingIsPaidNothingEndsTheCover() {
        FundingCover cover = FundingCover.of(List.of(year(2026, "100", PAID), year(2027, "100", PAID)), GRACE);
        assertThat(cover.through()).isNull();
        assertThat(cover.holdsOn(LocalDate.of(2099, 1, 1))).isTrue();
    }

    @Test
    void aYearThatCostsNothingIsOwedByNobody() {
        FundingCover cover = FundingCover.of(List.of(year(2026, "0", null)), GRACE);
        assertThat(cover.started()).isTrue();
        assertThat(cover.owed()).isNull();
    }
}
