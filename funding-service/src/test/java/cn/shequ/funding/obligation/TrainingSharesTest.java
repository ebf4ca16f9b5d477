package cn.shequ.funding.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.RandomCases;
import cn.shequ.kit.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-20")
class TrainingSharesTest {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    @Test
    void one_to_one_and_the_odd_fen_to_the_city() {
        assertThat(TrainingShares.of(Money.of("18000.00"), HALF))
                .isEqualTo(new TrainingShares(Money.of("9000.00"), Money.of("9000.00")));
        assertThat(TrainingShares.of(Money.of("18000.01"), HALF))
                .isEqualTo(new TrainingShares(Money.of("9000.01"), Money.of("9000.00")));
        assertThat(TrainingShares.of(Money.of("0.01"), HALF))
                .isEqualTo(new TrainingShares(Money.of("0.01"), Money.ZERO));
    }

    @Test
    void both_shares_add_up_and_the_city_pays_its_percentage_to_the_fen() {
        RandomCases.forAll(2_000, random -> {
            Money cost = Money.ofFen(random.nextLong(0, 1_000_000_000_000L));
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(0, 10_001), 2);
            TrainingShares shares = TrainingShares.of(cost, percent);
            assertThat(shares.city().plus(shares.district())).isEqualTo(cost);
            assertThat(shares.district().isNegative()).isFalse();
            BigDecimal exact = cost.yuan().multiply(percent).movePointLeft(2);
            assertThat(shares.city().yuan().subtract(exact)).isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
        });
    }
}
