package cn.shequ.admission.task;

import cn.shequ.admission.placement.YearCost;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a funding year costs per community, in the three parts of Art. 11, in CNY.
 *
 * @param community for which community; null for each one asked for that has no row of its own
 * @param payBy the day by which the payer pays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundingRow(
        @Nullable DivisionCode community,
        @Min(2011) @Max(2999) int fundingYear,
        @NotNull Money workingFunds,
        @NotNull Money labourFees,
        @NotNull Money conditions,
        @NotNull LocalDate payBy) {

    public YearCost cost() {
        return new YearCost(fundingYear, workingFunds, labourFees, conditions, payBy);
    }

    boolean isNegative() {
        return workingFunds.isNegative() || labourFees.isNegative() || conditions.isNegative();
    }
}
