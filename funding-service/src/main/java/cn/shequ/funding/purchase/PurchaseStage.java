package cn.shequ.funding.purchase;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of a purchase (Art. 25) in one table; the database keeps the same one. */
public enum PurchaseStage {
    /** 已立项: demand, budget and criteria stand. */
    PLANNED,
    /** 已发布: organisations bid until the deadline; bids are sealed. */
    PUBLISHED,
    /** 评审中: bids are open, evaluators declare and score. */
    EVALUATING,
    /** 已定标. */
    AWARDED,
    /** 履约中: the money is reserved, milestones fall due. */
    CONTRACTED,
    /** 已完成: every milestone was accepted and paid. */
    COMPLETED,
    /** 已终止: what was not accepted is released. */
    TERMINATED,
    /** 流标. */
    FAILED,
    /** 已取消. */
    CANCELLED;

    private static final Map<PurchaseStage, Map<PurchaseStep, PurchaseStage>> MOVES =
            new EnumMap<>(PurchaseStage.class);

    static {
        MOVES.put(PLANNED, Map.of(PurchaseStep.PUBLISHED, PUBLISHED, PurchaseStep.CANCELLED, CANCELLED));
        MOVES.put(
                PUBLISHED,
                Map.of(
                        PurchaseStep.OPENED,
                        EVALUATING,
                        PurchaseStep.FAILED,
                        FAILED,
                        PurchaseStep.CANCELLED,
                        CANCELLED));
        MOVES.put(
                EVALUATING,
                Map.of(PurchaseStep.AWARDED, AWARDED, PurchaseStep.FAILED, FAILED, PurchaseStep.CANCELLED, CANCELLED));
        MOVES.put(AWARDED, Map.of(PurchaseStep.CONTRACTED, CONTRACTED, PurchaseStep.CANCELLED, CANCELLED));
        MOVES.put(CONTRACTED, Map.of(PurchaseStep.COMPLETED, COMPLETED, PurchaseStep.TERMINATED, TERMINATED));
    }

    /** The stage after a step, or empty where the step cannot be taken. */
    public Optional<PurchaseStage> after(PurchaseStep step) {
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(step));
    }
}
