package cn.shequ.funding.allocation;

import cn.shequ.kit.money.Money;
import java.util.List;
import java.util.function.Function;

/**
 * The totals of an allocation in CNY (Art. 15). Entitlements and obligations differ: pool money is owed twice, by the city
 * to the pool and by the pool to a community's fund.
 */
public record AllocationTotals(
        int communities,
        Money entitlements,
        Money cityToPools,
        Money poolsToFunds,
        Money ownShares,
        Money obligations) {

    static AllocationTotals of(List<UnitAllocation> units) {
        Money pools = sum(units, UnitAllocation::poolTransfer);
        Money own = sum(units, UnitAllocation::ownShare);
        return new AllocationTotals(
                units.stream().mapToInt(unit -> unit.communities().size()).sum(),
                sum(units, UnitAllocation::entitlement),
                pools,
                pools,
                own,
                pools.plus(pools).plus(own));
    }

    private static Money sum(List<UnitAllocation> units, Function<UnitAllocation, Money> part) {
        return Money.sum(units.stream().map(part).toList());
    }
}
