package cn.shequ.funding.allocation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;

/**
 * One community's working funds of a year in CNY (Art. 15).
 *
 * @param poolShare what of the pool is attributed to it
 * @param ownShare what its district pays itself: the rest of the entitlement, and nothing where the pool covers all
 */
public record CommunityShare(DivisionCode community, Money entitlement, Money poolShare, Money ownShare) {

    static CommunityShare of(DivisionCode community, Money entitlement, Money poolShare) {
        return new CommunityShare(
                community, entitlement, poolShare, entitlement.minus(poolShare).max(Money.ZERO));
    }
}
