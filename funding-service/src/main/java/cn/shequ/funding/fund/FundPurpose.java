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
    WORKING_COSTS(Category.WORKING_COSTS, PREMISES_UPKEEP, UTILITIES, INFORMATISATION),
    /** 用房维护 (Art. 15). */
    PREMISES_UPKEEP_ONLY(PREMISES_UPKEEP, UTILITIES),
    /** 准入事项: working funds, labour fees and conditions of one admitted task (Art. 11). */
    ADMITTED_TASK(Category.WORKING_COSTS, LABOUR_FEES, CONDITIONS),
    /** 培训 (Art. 20). */
    TRAINING(Category.TRAINING),
    /** 薪酬 (Art. 18, 21, 22). */
    PAY(Category.PAY),
    /** 购买服务 (Art. 25). */
    PURCHASE_OF_SERVICES(Category.PURCHASED_SERVICES),
    /** 用房整改 (Art. 12). */
    REMEDIATION(Category.REMEDIATION),
    /** 社会组织孵化 (Art. 24). */
    INCUBATION(Category.INCUBATION),
    /** 统筹: pooled for distribution, upkeep of premises and working costs (Art. 15). */
    POOL(DISTRIBUTION, PREMISES_UPKEEP, Category.WORKING_COSTS);

    private final Set<Category> allows;

    FundPurpose(Category... allows) {
        this.allows = Set.of(allows);
    }

    public Set<Category> allows() {
        return allows;
    }
}
