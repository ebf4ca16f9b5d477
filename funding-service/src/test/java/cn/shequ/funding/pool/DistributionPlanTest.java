package cn.shequ.funding.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.RandomCases;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-15")
class DistributionPlanTest {

    private static final UUID POOL = UUID.randomUUID();

    private static DivisionCode community(int number) {
        return DivisionCode.of("220102%06d".formatted(1000 + number));
    }

    private static OwedByPool owed(int number, String outstanding) {
        return new OwedByPool(community(number), POOL, UUID.randomUUID(), Money.of(outstanding));
    }

    @Test
    void without_weights_each_weighs_what_it_is_owed_and_ties_go_by_code() {
        DistributionPlan plan = DistributionPlan.spread(
                POOL,
                Money.of("40000.01"),
                List.of(owed(1, "30000.00"), owed(2, "30000.00"), owed(3, "30000.00")),
                null);
        assertThat(plan.lines().stream().map(line -> line.amount().toString()))
                .containsExactly("13333.34", "13333.34", "13333.33");
    }

    @Test
    void a_plan_adds_up_to_the_fen_and_gives_nobody_more_than_it_is_owed() {
        RandomCases.forAll(500, random -> {
            List<OwedByPool> owed = IntStream.range(0, random.nextInt(1, 40))
                    .mapToObj(i -> new OwedByPool(
                            community(i), POOL, UUID.randomUUID(), Money.ofFen(random.nextLong(1, 5_000_000))))
                    .toList();
            long total =
                    owed.stream().mapToLong(each -> each.outstanding().fen()).sum();
            Money amount = Money.ofFen(random.nextLong(1, total + 1));
            DistributionPlan plan = DistributionPlan.spread(POOL, amount, owed, null);
            assertThat(Money.sum(plan.lines().stream()
                            .map(DistributionPlan.Line::amount)
                            .toList()))
                    .isEqualTo(amount);
        });
    }

    @Test
    void nobody_gets_what_others_are_owed() {
        List<OwedByPool> owed = List.of(owed(1, "30000.00"), owed(2, "30000.00"));
        assertThatThrownBy(() -> DistributionPlan.spread(
                        POOL, Money.of("50000.00"), owed, Map.of(community(1), 3L, community(2), 1L)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(FundingProblem.POOL_SHARE_EXCEEDED));
        assertThatThrownBy(() -> DistributionPlan.spread(POOL, Money.of("1.00"), List.of(), null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(FundingProblem.NOTHING_TO_DISTRIBUTE));
    }
}
