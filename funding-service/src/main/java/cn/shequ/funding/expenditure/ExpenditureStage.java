package cn.shequ.funding.expenditure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of an expenditure (Art. 16) in one table; the database keeps the same one. */
public enum ExpenditureStage {
    /** 已录入: the accountant made it. */
    RECORDED,
    /** 一审通过: above the rulebook's amount another person approves as well. */
    APPROVED_ONCE,
    /** 已批准: its money is reserved; the cashier may pay. */
    APPROVED,
    /** 已驳回. */
    REJECTED,
    /** 已付款. */
    PAID,
    /** 付款退回: the payment was taken back; the money is reserved again. */
    RETURNED,
    /** 已撤回: the reserved money is available again. */
    WITHDRAWN;

    private static final Map<ExpenditureStage, Map<ExpenditureStep, ExpenditureStage>> MOVES =
            new EnumMap<>(ExpenditureStage.class);

    static {
        MOVES.put(RECORDED, Map.of(ExpenditureStep.APPROVED, APPROVED, ExpenditureStep.REJECTED, REJECTED));
        MOVES.put(APPROVED_ONCE, Map.of(ExpenditureStep.APPROVED, APPROVED, ExpenditureStep.REJECTED, REJECTED));
        MOVES.put(APPROVED, Map.of(ExpenditureStep.PAID, PAID, ExpenditureStep.WITHDRAWN, WITHDRAWN));
        MOVES.put(REJECTED, Map.of());
        MOVES.put(PAID, Map.of(ExpenditureStep.RETURNED, RETURNED));
        MOVES.put(RETURNED, Map.of(ExpenditureStep.WITHDRAWN, WITHDRAWN));
        MOVES.put(WITHDRAWN, Map.of());
    }

    /**
     * The stage after a step, or empty where the step cannot be taken.
     *
     * @param approvalsNeeded one, or two above the rulebook's amount
     */
    public Optional<ExpenditureStage> after(ExpenditureStep step, int approvalsNeeded) {
        if (this == RECORDED && step == ExpenditureStep.APPROVED && approvalsNeeded > 1) {
            return Optional.of(APPROVED_ONCE);
        }
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(step));
    }
}
