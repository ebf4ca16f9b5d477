package cn.shequ.funding.purchase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/**
 * Points for a bid.
 *
 * @param points 0 to 100 under each quality criterion
 */
record NewScore(
        @NotNull UUID bid, @NotNull @Size(min = 1, max = 20) Map<String, @NotNull @Min(0) @Max(100) Integer> points) {}
