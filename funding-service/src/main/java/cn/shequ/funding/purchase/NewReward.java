package cn.shequ.funding.purchase;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A reward for an organisation that works well and satisfies people (以奖代补, Art. 25), from the purchase's own fund.
 *
 * @param evidence SHA-256 digests of the decision, in lower-case hexadecimal
 */
record NewReward(
        @NotNull @PositiveAmount Money amount,
        @NotNull LocalDate bookedOn,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence) {}
