package cn.shequ.funding.receipt;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in.
 *
 * @param bankReference the line of the bank's statement; unique in the ledger
 * @param settles what it pays; when left out, the oldest due first
 * @param fund what it is for beyond what it settles
 */
public record NewReceipt(
        @NotNull UUID ledger,
        @NotNull Payer payer,
        @NotNull @PositiveAmount Money amount,
        @NotNull LocalDate bookedOn,
        @NotBlank @Size(max = 64) String bankReference,
        @Size(max = 500) @Nullable List<@NotNull @Valid Settlement> settles,
        @Nullable UUID fund) {}
