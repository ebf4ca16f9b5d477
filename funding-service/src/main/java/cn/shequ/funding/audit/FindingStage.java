package cn.shequ.funding.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of a finding (Art. 16) in one table; the database keeps the same one. */
public enum FindingStage {
    /** 待整改: raised, or its rectification was not accepted. */
    RAISED,
    /** 已整改: the audited body says that it is put right. */
    RECTIFIED,
    /** 已销号. */
    ACCEPTED;

    private static final Map<FindingStage, Map<FindingStep, FindingStage>> MOVES = new EnumMap<>(FindingStage.class);

    static {
        MOVES.put(RAISED, Map.of(FindingStep.RECTIFIED, RECTIFIED));
        MOVES.put(RECTIFIED, Map.of(FindingStep.ACCEPTED, ACCEPTED, FindingStep.REJECTED, RAISED));
        MOVES.put(ACCEPTED, Map.of());
    }

    /** The stage after a step, or empty where the step cannot be taken. */
    public Optional<FindingStage> after(FindingStep step) {
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(step));
    }
}
