package cn.shequ.admission.placement;

import cn.shequ.events.admission.TaskSigned;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;

/** What one funding year of a task costs in one community, in the three parts of Art. 11, in CNY. */
public record YearCost(int fundingYear, Money workingFunds, Money labourFees, Money conditions, LocalDate payBy) {

    public Money amountDue() {
        return workingFunds.plus(labourFees).plus(conditions);
    }

    TaskSigned.Funding signed() {
        return new TaskSigned.Funding(
                fundingYear,
                workingFunds.toString(),
                labourFees.toString(),
                conditions.toString(),
                amountDue().toString(),
                payBy);
    }
}
