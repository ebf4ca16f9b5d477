package cn.shequ.funding.reallocation;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money to be moved from one fund to another of the same ledger.
 *
 * @param documentNumber of the giver's decision (调剂批复文号), or of the donor's written consent
 * @param evidence SHA-256 digest of that document, in lower-case hexadecimal; a donor's consent needs it
 */
record NewReallocation(
        @NotNull UUID fund,
        @NotNull UUID toFund,
        @NotNull @PositiveAmount Money amount,
        @NotNull LocalDate bookedOn,
        @Size(max = 100) @Nullable String documentNumber,
        @Pattern(regexp = "[0-9a-f]{64}") @Nullable String evidence) {

    boolean hasDocument() {
        return documentNumber != null && !documentNumber.isBlank();
    }
}
