package cn.shequ.funding.refund;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Money that a payee paid back.
 *
 * @param bankReference the line of the bank's statement; unique in the ledger
 */
record NewRefund(
        @NotNull @PositiveAmount Money amount,
        @NotNull LocalDate bookedOn,
        @NotBlank @Size(max = 64) String bankReference) {}
