package cn.shequ.admission.placement;

import java.util.Map;
import java.util.Optional;

/**
 * The life of a placement (Art. 5): it waits for its funds, may be asked while they are paid, lapses while they are
 * not, and ends with its last day.
 */
public enum PlacementStage {
    AWAITING_FUNDS,
    ACTIVE,
    FUNDS_LAPSED,
    EXPIRED;

    /** What happens to a placement. */
    public enum Change {
        FUND,
        LAPSE,
        EXPIRE
    }

    private static final Map<PlacementStage, Map<Change, PlacementStage>> TRANSITIONS = Map.of(
            AWAITING_FUNDS, Map.of(Change.FUND, ACTIVE, Change.EXPIRE, EXPIRED),
            ACTIVE, Map.of(Change.LAPSE, FUNDS_LAPSED, Change.EXPIRE, EXPIRED),
            FUNDS_LAPSED, Map.of(Change.FUND, ACTIVE, Change.EXPIRE, EXPIRED),
            EXPIRED, Map.of());

    /** The stage after the change; empty where the change does not apply. */
    public Optional<PlacementStage> after(Change change) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(change));
    }
}
