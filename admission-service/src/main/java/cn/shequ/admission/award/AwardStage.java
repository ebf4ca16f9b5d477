package cn.shequ.admission.award;

import static cn.shequ.admission.award.AwardCommand.CANCEL;
import static cn.shequ.admission.award.AwardCommand.DECLINE;
import static cn.shequ.admission.award.AwardCommand.GRANT;
import static cn.shequ.admission.award.AwardCommand.WITHDRAW;

import java.util.Map;
import java.util.Optional;

/** The life of an award, from nomination on. */
public enum AwardStage {
    NOMINATED,
    GRANTED,
    DECLINED,
    /** A one-vote veto ended it; the nominee may be nominated anew when the veto is over. */
    CANCELLED,
    WITHDRAWN;

    private static final Map<AwardStage, Map<AwardCommand, AwardStage>> TRANSITIONS = Map.of(
            NOMINATED, Map.of(GRANT, GRANTED, DECLINE, DECLINED, CANCEL, CANCELLED),
            GRANTED, Map.of(CANCEL, CANCELLED, WITHDRAW, WITHDRAWN),
            DECLINED, Map.of(),
            CANCELLED, Map.of(),
            WITHDRAWN, Map.of());

    /** The stage after the command; empty where the command is not allowed. */
    public Optional<AwardStage> after(AwardCommand command) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(command));
    }
}
