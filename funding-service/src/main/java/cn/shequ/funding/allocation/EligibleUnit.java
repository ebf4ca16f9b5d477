package cn.shequ.funding.allocation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.util.List;

/**
 * A county-level unit whose communities are entitled to working funds (Art. 15).
 *
 * @param entitlementEach what one community is entitled to in the year
 * @param subsidyEach what the city gives to the unit's pool for each, on average
 */
record EligibleUnit(
        DivisionCode division,
        String name,
        String kind,
        Money entitlementEach,
        Money subsidyEach,
        List<DivisionCode> communities) {

    EligibleUnit {
        communities = communities.stream().sorted().toList();
    }
}
