package cn.shequ.admission.assessment;

import static cn.shequ.admission.assessment.AssessmentCommand.CLOSE;
import static cn.shequ.admission.assessment.AssessmentCommand.COMMENT;
import static cn.shequ.admission.assessment.AssessmentCommand.CORRECT;
import static cn.shequ.admission.assessment.AssessmentCommand.ISSUE;
import static cn.shequ.admission.assessment.AssessmentCommand.REPLACE_TARGETS;

import java.util.Map;
import java.util.Optional;

/** The life of an annual assessment (Art. 36). */
public enum AssessmentStage {
    /** Seen by who sets the targets, and not by whose they will be. */
    DRAFT,
    ISSUED,
    /** Its results are fixed and public. */
    CLOSED;

    private static final Map<AssessmentStage, Map<AssessmentCommand, AssessmentStage>> TRANSITIONS = Map.of(
            DRAFT, Map.of(REPLACE_TARGETS, DRAFT, ISSUE, ISSUED),
            ISSUED, Map.of(COMMENT, ISSUED, CORRECT, ISSUED, CLOSE, CLOSED),
            CLOSED, Map.of());

    /** The stage after the command; empty where the command is not allowed. */
    Optional<AssessmentStage> after(AssessmentCommand command) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(command));
    }
}
