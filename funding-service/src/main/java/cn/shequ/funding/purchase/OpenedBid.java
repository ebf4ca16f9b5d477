package cn.shequ.funding.purchase;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A bid that stood at the deadline.
 *
 * @param proposal SHA-256 of the proposal, in lower-case hexadecimal
 */
public record OpenedBid(
        UUID id,
        UUID purchase,
        CreditCode organisation,
        String name,
        Money amount,
        String proposal,
        Instant receivedAt) {}
