package cn.shequ.admission.placement;

import java.util.Map;
import java.util.Optional;

/**
 * The life of a placement (Art. 5): it waits for its funds, may be asked while they are paid, lapses while they are
 * not, and ends with its last day, or before it by an exit. With its whole application it ends before it was ever paid for.
 */
public enum PlacementStage {
    AWAITING_FUNDS,
    ACTIVE,
    FUNDS_LAPSED,
    EXPIRED,
    EXITED;

    /** What happens to a placement. */
    public enum Change {
        FUND,
        LAPSE,
        EXPIRE,
        EXIT
    }

    private static final Map<PlacementStage, Map<Change, PlacementStage>> TRANSITIONS = Map.of(
            AWAITING_FUNDS, Map.of(Change.FUND, ACTIVE, Change.EXPIRE, EXPIRED, Change.EXIT, EXITED),
            ACTIVE, Map.of(Change.LAPSE, FUNDS_LAPSED, Change.EXPIRE, EXPIRED, Change.EXIT, EXITED),
            FUNDS_LAPSED, Map.of(Change.FUND, ACTIVE, Change.EXPIRE, EXPIRED, Change.EXIT, EXITED),
            EXPIRED, Map.of(),
            EXITED, Map.of());

    /** Whether nothing more happens to it. */
    boolean isOver() {
        return this == EXPIRED || this == EXITED;
    }

    /** The stage after the change; empty where the change does not apply. */
    public Optional<PlacementStage> after(Change change) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(change));
    }
}
