package cn.shequ.funding.repayment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of a return (Art. 16) in one table; the database keeps the same one. */
public enum ReturnStage {
    /** 已录入: one person proposed it, or the fund's term at the end of the year did. */
    RECORDED,
    /** 已批准: owed back; the cashier may pay. */
    APPROVED,
    /** 已驳回. */
    REJECTED,
    /** 已付款. */
    PAID,
    /** 付款退回: the payment did not arrive; it is owed back still. */
    BOUNCED,
    /** 已撤回: the fund has the money again. */
    WITHDRAWN;

    private static final Map<ReturnStage, Map<ReturnStep, ReturnStage>> MOVES = new EnumMap<>(ReturnStage.class);

    static {
        MOVES.put(RECORDED, Map.of(ReturnStep.APPROVED, APPROVED, ReturnStep.REJECTED, REJECTED));
        MOVES.put(APPROVED, Map.of(ReturnStep.PAID, PAID, ReturnStep.WITHDRAWN, WITHDRAWN));
        MOVES.put(REJECTED, Map.of());
        MOVES.put(PAID, Map.of(ReturnStep.BOUNCED, BOUNCED));
        MOVES.put(BOUNCED, Map.of(ReturnStep.WITHDRAWN, WITHDRAWN));
        MOVES.put(WITHDRAWN, Map.of());
    }

    /** The stage after a step, or empty where the step cannot be taken. */
    public Optional<ReturnStage> after(ReturnStep step) {
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(step));
    }
}
