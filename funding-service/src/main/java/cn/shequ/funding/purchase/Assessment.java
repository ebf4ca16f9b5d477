package cn.shequ.funding.purchase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the community says of a milestone (群众满意度).
 *
 * @param satisfaction 0 to 100
 */
public record Assessment(
        @NotNull @Min(0) @Max(100) Integer satisfaction,
        @Nullable @Size(max = 1000) String remark) {}
