package cn.shequ.funding.violation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of a case (Art. 16) in one table; the database keeps the same one. */
public enum ViolationStage {
    /** 已发现: found by the service or reported by a person. */
    REPORTED,
    /** 已告知: the body concerned knows and may explain. */
    NOTIFIED,
    /** 已说明. */
    EXPLAINED,
    /** 已认定: veto, loss of awards, public notice and referral stand. */
    CONFIRMED,
    /** 不成立. */
    DISMISSED,
    /** 申诉中. */
    APPEALED,
    /** 维持. */
    UPHELD,
    /** 撤销: everything that followed is taken back. */
    LIFTED;

    private static final Map<ViolationStage, Map<ViolationStep, ViolationStage>> MOVES =
            new EnumMap<>(ViolationStage.class);

    static {
        MOVES.put(REPORTED, Map.of(ViolationStep.NOTIFIED, NOTIFIED, ViolationStep.DISMISSED, DISMISSED));
        MOVES.put(
                NOTIFIED,
                Map.of(
                        ViolationStep.EXPLAINED,
                        EXPLAINED,
                        ViolationStep.CONFIRMED,
                        CONFIRMED,
                        ViolationStep.DISMISSED,
                        DISMISSED));
        MOVES.put(EXPLAINED, Map.of(ViolationStep.CONFIRMED, CONFIRMED, ViolationStep.DISMISSED, DISMISSED));
        MOVES.put(CONFIRMED, Map.of(ViolationStep.APPEALED, APPEALED));
        MOVES.put(APPEALED, Map.of(ViolationStep.UPHELD, UPHELD, ViolationStep.LIFTED, LIFTED));
        MOVES.put(DISMISSED, Map.of());
        MOVES.put(UPHELD, Map.of());
        MOVES.put(LIFTED, Map.of());
    }

    /** The stage after a step, or empty where the step cannot be taken. */
    public Optional<ViolationStage> after(ViolationStep step) {
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(step));
    }
}
