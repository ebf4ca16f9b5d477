package cn.shequ.funding.allocation;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The working funds of a year for all eligible communities of a city (Art. 15).
 *
 * @param supplements the allocation that this one adds later communities to
 * @param asOf the day on which communities had to exist: 1 January, or the day of the supplement
 * @param dueOn until when the money is owed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationPlan(
        DivisionCode city,
        int fiscalYear,
        @Nullable UUID supplements,
        LocalDate asOf,
        LocalDate dueOn,
        AllocationTotals totals,
        List<UnitAllocation> units) {}
