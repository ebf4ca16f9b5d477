package cn.shequ.funding.pool;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How money of a pool is to be distributed.
 *
 * @param amount in CNY; all that is available and owed when left out
 * @param weights by community; when left out, what the pool owes each of them
 * @param evidence SHA-256 digests of the decision's documents, in lower-case hexadecimal
 */
record DistributionRequest(
        @PositiveAmount @Nullable Money amount,
        @Size(max = 2000) @Nullable List<@NotNull @Valid Weight> weights,
        @NotNull LocalDate bookedOn,
        @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence) {

    /** A whole number; a community that is not named gets nothing. */
    record Weight(
            @NotNull DivisionCode community,
            @NotNull @Min(0) @Max(1_000_000) Long weight) {}

    List<String> documents() {
        return Objects.requireNonNullElse(evidence, List.of());
    }
}
