package cn.shequ.funding.fund;

import static cn.shequ.funding.ledger.Category.CONDITIONS;
import static cn.shequ.funding.ledger.Category.DISTRIBUTION;
import static cn.shequ.funding.ledger.Category.INFORMATISATION;
import static cn.shequ.funding.ledger.Category.LABOUR_FEES;
import static cn.shequ.funding.ledger.Category.PREMISES_UPKEEP;
import static cn.shequ.funding.ledger.Category.UTILITIES;

import cn.shequ.funding.ledger.Category;
import java.util.Set;

/** What a fund is for (专款专用, Art. 16), and what that allows to be spent unless its decision says otherwise. */
public enum FundPurpose {
    /** 社区工作经费 (Art. 15). */
    WORKING_COSTS(YearEnd.CARRY_FORWARD, Category.WORKING_COSTS, PREMISES_UPKEEP, UTILITIES, INFORMATISATION),
    /** 用房维护 (Art. 15). */
    PREMISES_UPKEEP_ONLY(YearEnd.CARRY_FORWARD, PREMISES_UPKEEP, UTILITIES),
    /** 准入事项: working funds, labour fees and conditions of one admitted task (Art. 11). */
    ADMITTED_TASK(YearEnd.RETURN, Category.WORKING_COSTS, LABOUR_FEES, CONDITIONS),
    /** 培训 (Art. 20). */
    TRAINING(YearEnd.RETURN, Category.TRAINING),
    /** 薪酬 (Art. 18, 21, 22). */
    PAY(YearEnd.RETURN, Category.PAY),
    /** 购买服务 (Art. 25). */
    PURCHASE_OF_SERVICES(YearEnd.CARRY_FORWARD, Category.PURCHASED_SERVICES),
    /** 用房整改 (Art. 12). */
    REMEDIATION(YearEnd.CARRY_FORWARD, Category.REMEDIATION),
    /** 社会组织孵化 (Art. 24). */
    INCUBATION(YearEnd.CARRY_FORWARD, Category.INCUBATION),
    /** 统筹: pooled for distribution, upkeep of premises and working costs (Art. 15). */
    POOL(YearEnd.CARRY_FORWARD, DISTRIBUTION, PREMISES_UPKEEP, Category.WORKING_COSTS);

    private final YearEnd yearEnd;
    private final Set<Category> allows;

    FundPurpose(YearEnd yearEnd, Category... allows) {
        this.yearEnd = yearEnd;
        this.allows = Set.of(allows);
    }

    public Set<Category> allows() {
        return allows;
    }

    /** What becomes of its money at the end of the year: pay and tasks are paid for by year, the rest goes on. */
    YearEnd yearEnd() {
        return yearEnd;
    }
}
