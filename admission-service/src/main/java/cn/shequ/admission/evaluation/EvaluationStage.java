package cn.shequ.admission.evaluation;

import static cn.shequ.admission.evaluation.EvaluationCommand.APPROVE;
import static cn.shequ.admission.evaluation.EvaluationCommand.CAST_VOTE;
import static cn.shequ.admission.evaluation.EvaluationCommand.RECUSE;
import static cn.shequ.admission.evaluation.EvaluationCommand.REJECT;
import static cn.shequ.admission.evaluation.EvaluationCommand.WITHDRAW;

import java.util.Map;
import java.util.Optional;

/** The life of a requested evaluation (Art. 7): the group of the body's own level decides on it. */
public enum EvaluationStage {
    SUBMITTED,
    /** An item of the unified evaluation. */
    APPROVED,
    REJECTED,
    WITHDRAWN;

    private static final Map<EvaluationStage, Map<EvaluationCommand, EvaluationStage>> TRANSITIONS = Map.of(
            SUBMITTED,
                    Map.of(
                            CAST_VOTE, SUBMITTED, RECUSE, SUBMITTED, APPROVE, APPROVED, REJECT, REJECTED, WITHDRAW,
                            WITHDRAWN),
            APPROVED, Map.of(),
            REJECTED, Map.of(),
            WITHDRAWN, Map.of());

    /** The stage after the command; empty where the command is not allowed. */
    public Optional<EvaluationStage> after(EvaluationCommand command) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(command));
    }
}
