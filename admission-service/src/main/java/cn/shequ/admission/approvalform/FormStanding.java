package cn.shequ.admission.approvalform;

import cn.shequ.admission.placement.PlacementStage;
import java.util.Map;
import java.util.Set;

/** Whether a print still says how things are. */
public enum FormStanding {
    /** The application is as it was printed. */
    PRESENT,
    /** Something was done with the application since: it stands otherwise now. */
    SUPERSEDED,
    /** Signed as printed, but its last day has passed. */
    EXPIRED,
    /** Signed as printed, but the task has left every community (Art. 5). */
    EXITED;

    /** @param placements how many of the task's placements are in which stage today; none before it is signed */
    static FormStanding of(int printed, int present, Map<PlacementStage, Integer> placements) {
        if (printed != present) {
            return SUPERSEDED;
        }
        if (placements.keySet().equals(Set.of(PlacementStage.EXITED))) {
            return EXITED;
        }
        return placements.containsKey(PlacementStage.EXPIRED) ? EXPIRED : PRESENT;
    }
}
