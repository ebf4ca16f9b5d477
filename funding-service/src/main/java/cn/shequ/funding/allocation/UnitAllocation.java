package cn.shequ.funding.allocation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.LargestRemainder;
import cn.shequ.kit.money.Money;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The working funds of the communities of one county-level unit (Art. 15), in CNY.
 *
 * @param poolTransfer what the city gives to the unit's pool: every fen of it is attributed to a community
 */
public record UnitAllocation(
        DivisionCode division,
        String name,
        String kind,
        Money entitlement,
        Money poolTransfer,
        Money ownShare,
        List<CommunityShare> communities) {

    private static final long ORDINARY_WEIGHT = 1;

    static UnitAllocation of(DivisionCode division, String name, String kind, List<CommunityShare> shares) {
        return new UnitAllocation(
                division,
                name,
                kind,
                Money.sum(shares.stream().map(CommunityShare::entitlement).toList()),
                Money.sum(shares.stream().map(CommunityShare::poolShare).toList()),
                Money.sum(shares.stream().map(CommunityShare::ownShare).toList()),
                shares);
    }

    /**
     * Pools the city's subsidy and spreads it by weights with largest remainders, ties by code.
     *
     * @param weights a community that is not named weighs 1
     * @throws IllegalArgumentException when all of the unit's communities weigh nothing
     */
    static UnitAllocation spread(EligibleUnit unit, Map<DivisionCode, Long> weights) {
        SortedMap<DivisionCode, Long> weighed = new TreeMap<>();
        unit.communities()
                .forEach(community -> weighed.put(community, weights.getOrDefault(community, ORDINARY_WEIGHT)));
        Money pool = unit.subsidyEach().times(unit.communities().size());
        Map<DivisionCode, Money> spread = LargestRemainder.split(pool, weighed);
        return of(
                unit.division(),
                unit.name(),
                unit.kind(),
                spread.entrySet().stream()
                        .map(part -> CommunityShare.of(part.getKey(), unit.entitlementEach(), part.getValue()))
                        .toList());
    }
}
