package cn.shequ.admission.assessment;

import cn.shequ.kit.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Which assessments are wanted; all where nothing is said. */
public record AssessmentFilter(
        @Nullable DivisionCode division,
        @Nullable DivisionCode subject,
        @Nullable Integer year,
        @Nullable AssessmentStage stage) {}
