package cn.shequ.funding.allocation;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which year is to be allocated, and how the pools are spread.
 *
 * @param supplements the year's allocation, when communities are added to it that came later
 * @param weights of communities that do not weigh 1
 */
record AllocationRequest(
        @NotNull @Min(2011) @Max(2999) Integer fiscalYear,
        @Nullable UUID supplements,
        @Size(max = 2000) @Nullable List<@NotNull @Valid Weight> weights) {

    /** A whole number; a community of weight 0 gets nothing of the pool and all of its entitlement from its district. */
    record Weight(
            @NotNull DivisionCode community,
            @NotNull @Min(0) @Max(1_000_000) Long weight) {}
}
