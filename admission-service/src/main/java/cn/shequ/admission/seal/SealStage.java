package cn.shequ.admission.seal;

import static cn.shequ.admission.seal.SealCommand.CONFIRM_CUSTODY;
import static cn.shequ.admission.seal.SealCommand.HAND_OVER;
import static cn.shequ.admission.seal.SealCommand.REPLACE;
import static cn.shequ.admission.seal.SealCommand.REPORT_LOSS;

import java.util.Map;
import java.util.Optional;

/** The life of a committee's seal. */
public enum SealStage {
    IN_USE,
    /** Not used again, even when it is found. */
    LOST,
    /** Handed in worn, or lost and its notice over: another took its place. */
    REPLACED;

    private static final Map<SealStage, Map<SealCommand, SealStage>> TRANSITIONS = Map.of(
            IN_USE, Map.of(HAND_OVER, IN_USE, CONFIRM_CUSTODY, IN_USE, REPORT_LOSS, LOST, REPLACE, REPLACED),
            LOST, Map.of(REPLACE, REPLACED),
            REPLACED, Map.of());

    /** The stage after the command; empty where the command is not allowed. */
    public Optional<SealStage> after(SealCommand command) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(command));
    }
}
