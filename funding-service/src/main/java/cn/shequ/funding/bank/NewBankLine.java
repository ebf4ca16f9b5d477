package cn.shequ.funding.bank;

import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param bankReference the bank's own number of the movement; unique in the ledger
 * @param amount what came in, positive, or went out, negative, in CNY
 * @param remark the bank's words
 */
public record NewBankLine(
        @NotBlank @Size(max = 64) String bankReference,
        @NotNull LocalDate bookedOn,
        @NotNull Money amount,
        @Size(max = 200) @Nullable String remark) {}
