package cn.shequ.funding.commitment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of a reservation (Art. 16) in one table; the database keeps the same one. What is over never comes back. */
public enum CommitmentStage {
    /** 已提出: one person proposed it; nothing is reserved yet. */
    PROPOSED,
    /** 已预留: another person approved it; approved expenditures may draw on what remains. */
    RESERVED,
    /** 已驳回. */
    REJECTED,
    /** 已用完. */
    USED_UP,
    /** 已释放. */
    RELEASED,
    /** 已到期. */
    EXPIRED;

    private static final Map<CommitmentStage, Map<CommitmentStep, CommitmentStage>> MOVES =
            new EnumMap<>(CommitmentStage.class);

    static {
        MOVES.put(PROPOSED, Map.of(CommitmentStep.APPROVED, RESERVED, CommitmentStep.REJECTED, REJECTED));
        MOVES.put(
                RESERVED,
                Map.of(
                        CommitmentStep.USED_UP, USED_UP,
                        CommitmentStep.RELEASED, RELEASED,
                        CommitmentStep.EXPIRED, EXPIRED));
        MOVES.put(REJECTED, Map.of());
        MOVES.put(USED_UP, Map.of());
        MOVES.put(RELEASED, Map.of());
        MOVES.put(EXPIRED, Map.of());
    }

    /** The stage after a step, or empty where the step cannot be taken. */
    public Optional<CommitmentStage> after(CommitmentStep step) {
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(step));
    }
}
