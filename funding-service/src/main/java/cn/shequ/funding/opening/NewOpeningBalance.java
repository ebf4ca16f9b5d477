package cn.shequ.funding.opening;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * What a ledger is to begin with.
 *
 * @param bankBalance what the bank states for that day
 * @param evidence SHA-256 digest of the bank's statement, in lower-case hexadecimal
 */
record NewOpeningBalance(
        @NotNull LocalDate bookedOn,
        @NotNull @PositiveAmount Money bankBalance,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidence,
        @NotNull @Size(min = 1, max = 500) List<OpeningBalance.@NotNull @Valid Held> funds) {}
