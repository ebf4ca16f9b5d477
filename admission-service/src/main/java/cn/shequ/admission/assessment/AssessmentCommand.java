package cn.shequ.admission.assessment;

/** What is done to an assessment. */
enum AssessmentCommand {
    REPLACE_TARGETS,
    ISSUE,
    COMMENT,
    CORRECT,
    CLOSE
}
