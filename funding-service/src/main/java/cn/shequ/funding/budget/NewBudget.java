package cn.shequ.funding.budget;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A budget to be drafted.
 *
 * @param amends the adopted version that it is to take the place of
 * @param lines the amount in CNY of each of the five lines
 */
public record NewBudget(
        @NotNull DivisionCode division,
        @NotNull @Min(2011) @Max(2999) Integer fiscalYear,
        @Nullable UUID amends,
        @NotNull @Size(max = 5) Map<BudgetLine, @NotNull Money> lines) {}
