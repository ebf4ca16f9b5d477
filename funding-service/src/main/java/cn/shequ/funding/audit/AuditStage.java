package cn.shequ.funding.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of an audit (Art. 16) in one table; the database keeps the same one. */
public enum AuditStage {
    /** 已立项. */
    PLANNED,
    /** 实施中: the sample is drawn; vouchers are read and findings raised. */
    DRAWN,
    /** 已结项. */
    CLOSED,
    /** 已取消: before it began. */
    DROPPED;

    private static final Map<AuditStage, Map<AuditStep, AuditStage>> MOVES = new EnumMap<>(AuditStage.class);

    static {
        MOVES.put(PLANNED, Map.of(AuditStep.DRAWN, DRAWN, AuditStep.DROPPED, DROPPED));
        MOVES.put(DRAWN, Map.of(AuditStep.CLOSED, CLOSED));
        MOVES.put(CLOSED, Map.of());
        MOVES.put(DROPPED, Map.of());
    }

    /** The stage after a step, or empty where the step cannot be taken. */
    public Optional<AuditStage> after(AuditStep step) {
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(step));
    }
}
