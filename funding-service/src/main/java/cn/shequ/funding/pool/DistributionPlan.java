package cn.shequ.funding.pool;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.LargestRemainder;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of a pool, in CNY, spread over communities so that the lines add up to it (Art. 15): largest remainder, ties by code.
 * No community gets more of the pool than the pool owes it, else the district's own share would pay for another one's.
 */
record DistributionPlan(UUID pool, Money amount, List<Line> lines) {

    /** What one community gets. */
    record Line(DivisionCode community, Money amount, UUID obligation) {}

    /** @throws Refusal when nothing is owed or nothing weighs, or a community would get more than it is owed */
    static DistributionPlan spread(
            UUID pool, Money amount, List<OwedByPool> owed, @Nullable Map<DivisionCode, Long> weights) {
        SortedMap<DivisionCode, Long> weighed = new TreeMap<>();
        owed.forEach(each -> weighed.put(
                each.community(),
                weights == null ? each.outstanding().fen() : weights.getOrDefault(each.community(), 0L)));
        if (!amount.isPositive() || weighed.values().stream().allMatch(weight -> weight == 0)) {
            throw Refusal.of(FundingProblem.NOTHING_TO_DISTRIBUTE)
                    .with("amount", amount)
                    .with(
                            "owed",
                            Money.sum(owed.stream().map(OwedByPool::outstanding).toList()));
        }
        Map<DivisionCode, Money> parts = LargestRemainder.split(amount, weighed);
        return new DistributionPlan(
                pool,
                amount,
                owed.stream()
                        .map(each -> line(each, parts.getOrDefault(each.community(), Money.ZERO)))
                        .filter(line -> line.amount().isPositive())
                        .toList());
    }

    private static Line line(OwedByPool owed, Money amount) {
        if (amount.compareTo(owed.outstanding()) > 0) {
            throw Refusal.of(FundingProblem.POOL_SHARE_EXCEEDED)
                    .with("community", owed.community())
                    .with("outstanding", owed.outstanding())
                    .with("amount", amount);
        }
        return new Line(owed.community(), amount, owed.obligation());
    }
}
