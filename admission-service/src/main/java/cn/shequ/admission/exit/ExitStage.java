package cn.shequ.admission.exit;

import static cn.shequ.admission.exit.ExitCommand.APPROVE;
import static cn.shequ.admission.exit.ExitCommand.ASSESS;
import static cn.shequ.admission.exit.ExitCommand.CAST_VOTE;
import static cn.shequ.admission.exit.ExitCommand.DECLINE;
import static cn.shequ.admission.exit.ExitCommand.KEPT_BY_RESIDENTS;
import static cn.shequ.admission.exit.ExitCommand.RECUSE;
import static cn.shequ.admission.exit.ExitCommand.REJECTED_BY_RESIDENTS;
import static cn.shequ.admission.exit.ExitCommand.STATE_POSITION;
import static cn.shequ.admission.exit.ExitCommand.WITHDRAW;

import java.util.Map;
import java.util.Optional;

/** The life of a proposed exit (Art. 5): the residents are asked, then the group decides and files. */
public enum ExitStage {
    PROPOSED,
    /** The residents generally reject the task. */
    ASSESSED,
    /** They do not: the task stays. */
    NOT_REJECTED,
    /** Approved and filed: the task is out. */
    APPROVED,
    DECLINED,
    WITHDRAWN,
    /** The task's last day came first. */
    OVERTAKEN;

    private static final Map<ExitStage, Map<ExitCommand, ExitStage>> TRANSITIONS = Map.of(
            PROPOSED,
                    Map.of(
                            ASSESS,
                            PROPOSED,
                            REJECTED_BY_RESIDENTS,
                            ASSESSED,
                            KEPT_BY_RESIDENTS,
                            NOT_REJECTED,
                            STATE_POSITION,
                            PROPOSED,
                            RECUSE,
                            PROPOSED,
                            WITHDRAW,
                            WITHDRAWN),
            ASSESSED,
                    Map.of(
                            ASSESS,
                            ASSESSED,
                            STATE_POSITION,
                            ASSESSED,
                            CAST_VOTE,
                            ASSESSED,
                            RECUSE,
                            ASSESSED,
                            APPROVE,
                            APPROVED,
                            DECLINE,
                            DECLINED,
                            WITHDRAW,
                            WITHDRAWN),
            NOT_REJECTED, Map.of(),
            APPROVED, Map.of(),
            DECLINED, Map.of(),
            WITHDRAWN, Map.of(),
            OVERTAKEN, Map.of());

    /** The stage after the command; empty where the command is not allowed. */
    public Optional<ExitStage> after(ExitCommand command) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(command));
    }
}
