package cn.shequ.funding.purchase;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A bid to be sealed.
 *
 * @param proposal SHA-256 of the proposal, in lower-case hexadecimal
 */
public record NewBid(
        @NotNull @PositiveAmount Money amount,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String proposal) {}
