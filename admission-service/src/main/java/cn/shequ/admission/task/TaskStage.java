package cn.shequ.admission.task;

import static cn.shequ.admission.task.TaskCommand.ACCEPT;
import static cn.shequ.admission.task.TaskCommand.CAST_VOTE;
import static cn.shequ.admission.task.TaskCommand.DECIDE_FOR;
import static cn.shequ.admission.task.TaskCommand.EDIT;
import static cn.shequ.admission.task.TaskCommand.PASS_UP;
import static cn.shequ.admission.task.TaskCommand.RECUSE_LEADER;
import static cn.shequ.admission.task.TaskCommand.RECUSE_MEMBER;
import static cn.shequ.admission.task.TaskCommand.REFUSE_SIGNATURE;
import static cn.shequ.admission.task.TaskCommand.REJECT;
import static cn.shequ.admission.task.TaskCommand.RETURN;
import static cn.shequ.admission.task.TaskCommand.SIGN;
import static cn.shequ.admission.task.TaskCommand.SUBMIT;
import static cn.shequ.admission.task.TaskCommand.WITHDRAW;

import java.util.Map;
import java.util.Optional;

/** The life of an application (Art. 5). It ends at SIGNED; what follows happens to its placements. */
public enum TaskStage {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    DECIDED_FOR,
    REJECTED,
    SIGNED,
    SIGNATURE_REFUSED,
    WITHDRAWN;

    private static final Map<TaskStage, Map<TaskCommand, TaskStage>> TRANSITIONS = Map.of(
            DRAFT, Map.of(EDIT, DRAFT, SUBMIT, SUBMITTED, WITHDRAW, WITHDRAWN),
            SUBMITTED,
                    Map.of(
                            ACCEPT,
                            ACCEPTED,
                            RETURN,
                            RETURNED,
                            RECUSE_MEMBER,
                            SUBMITTED,
                            RECUSE_LEADER,
                            SUBMITTED,
                            PASS_UP,
                            SUBMITTED,
                            WITHDRAW,
                            WITHDRAWN),
            ACCEPTED,
                    Map.of(
                            CAST_VOTE,
                            ACCEPTED,
                            DECIDE_FOR,
                            DECIDED_FOR,
                            REJECT,
                            REJECTED,
                            RETURN,
                            RETURNED,
                            RECUSE_MEMBER,
                            ACCEPTED,
                            RECUSE_LEADER,
                            ACCEPTED,
                            PASS_UP,
                            SUBMITTED,
                            WITHDRAW,
                            WITHDRAWN),
            // What was returned is mended before it is submitted again.
            RETURNED, Map.of(EDIT, DRAFT, WITHDRAW, WITHDRAWN),
            // Whoever voted has voted; the leader may still be the wrong one to sign.
            DECIDED_FOR,
                    Map.of(
                            SIGN,
                            SIGNED,
                            REFUSE_SIGNATURE,
                            SIGNATURE_REFUSED,
                            RECUSE_LEADER,
                            DECIDED_FOR,
                            PASS_UP,
                            SUBMITTED,
                            WITHDRAW,
                            WITHDRAWN),
            REJECTED, Map.of(),
            SIGNED, Map.of(),
            SIGNATURE_REFUSED, Map.of(),
            WITHDRAWN, Map.of());

    /** The stage after the command; empty where the command is not allowed. */
    public Optional<TaskStage> after(TaskCommand command) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(command));
    }
}
