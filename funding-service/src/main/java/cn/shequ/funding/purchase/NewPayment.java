package cn.shequ.funding.purchase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * An accepted milestone to be paid; amount, fund and payee follow from the contract.
 *
 * @param evidence SHA-256 digests of the invoice and what else proves it, in lower-case hexadecimal
 */
record NewPayment(
        @NotNull LocalDate bookedOn,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence) {}
