package cn.shequ.funding.budget;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A budget and what became of it. */
record Execution(@JsonUnwrapped Budget budget, List<Line> execution) {

    /**
     * One line, in CNY.
     *
     * @param paid what the division's finance paid of the year's obligations, its own money only
     * @param spent what was spent in the division's territory from funds of the year
     * @param growth over the year before; null when there is nothing to compare with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            BudgetLine line,
            Money budgeted,
            Money paid,
            Money spent,
            @Nullable Money growth) {}
}
