package cn.shequ.funding.budget;

import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.ledger.Category;
import java.util.Optional;

/** What Art. 15 wants in the budgets of each level, and which money counts as its execution. */
public enum BudgetLine {
    /** 维护费: upkeep and repair of service premises. */
    UPKEEP,
    /** 信息化建设. */
    INFORMATISATION,
    /** 工作经费. */
    WORKING_COSTS,
    /** 培训费. */
    TRAINING,
    /** 薪酬待遇. */
    PAY;

    /** The line that money paid into a fund executes: working funds and pools are working costs until they are spent. */
    static Optional<BudgetLine> of(FundPurpose purpose) {
        return switch (purpose) {
            case WORKING_COSTS, POOL -> Optional.of(WORKING_COSTS);
            case PREMISES_UPKEEP_ONLY, REMEDIATION -> Optional.of(UPKEEP);
            case TRAINING -> Optional.of(TRAINING);
            case PAY -> Optional.of(PAY);
            case ADMITTED_TASK, PURCHASE_OF_SERVICES, INCUBATION -> Optional.empty();
        };
    }

    /** The line that spending executes; what only moves on to communities is not spent yet. */
    static Optional<BudgetLine> of(Category category) {
        return switch (category) {
            case PREMISES_UPKEEP, UTILITIES, REMEDIATION -> Optional.of(UPKEEP);
            case INFORMATISATION -> Optional.of(INFORMATISATION);
            case WORKING_COSTS, LABOUR_FEES, CONDITIONS -> Optional.of(WORKING_COSTS);
            case TRAINING -> Optional.of(TRAINING);
            case PAY -> Optional.of(PAY);
            case PURCHASED_SERVICES, INCUBATION, RELIEF, RECEPTION, VEHICLES, DISTRIBUTION -> Optional.empty();
        };
    }
}
