package cn.shequ.admission.assessment;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * A target to be set.
 *
 * @param indicator its id, as services tell it, for instance {@code volunteers.coverage}
 * @param value in the unit in which the indicator is told
 * @param weight in percent
 */
public record NewTarget(
        @NotBlank @Size(max = 80) String indicator,
        @NotNull Comparison comparison,

        @NotNull @DecimalMin("0") @Digits(integer = 17, fraction = 6)
        BigDecimal value,

        @Min(1) @Max(100) int weight) {}
