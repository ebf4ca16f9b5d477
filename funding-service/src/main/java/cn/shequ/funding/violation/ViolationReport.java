package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person reports.
 *
 * @param subject the fund, obligation, entry or expenditure it is about
 * @param body who has to answer for it
 * @param amountOwed what should have been, in CNY; nothing when left out
 * @param amountActual what was, in CNY; nothing when left out
 * @param account what happened, in words
 * @param evidence SHA-256 digests of uploaded documents, in lower-case hexadecimal
 */
public record ViolationReport(
        @NotNull ViolationKind kind,
        @NotNull UUID subject,
        @NotNull Payer body,
        @PositiveAmount @Nullable Money amountOwed,
        @PositiveAmount @Nullable Money amountActual,
        @NotBlank @Size(max = 2000) String account,
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence) {}
