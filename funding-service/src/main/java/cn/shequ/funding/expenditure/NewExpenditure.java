package cn.shequ.funding.expenditure;

import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An expenditure to be recorded.
 *
 * @param purpose what it is for, in words
 * @param evidence SHA-256 digests of invoices and contracts, in lower-case hexadecimal
 */
public record NewExpenditure(
        @NotNull UUID fund,
        @NotNull Category category,
        @NotNull @PositiveAmount Money amount,
        @NotBlank @Size(max = 100) String payee,
        @NotBlank @Size(max = 1000) String purpose,
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence,
        @NotNull LocalDate bookedOn) {}
