package cn.shequ.admission.evaluation;

import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A requested evaluation as it is shown.
 *
 * @param tally the votes of the group so far
 * @param decision how it decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationView(
        @JsonUnwrapped EvaluationRequest request,
        Tally tally,
        @Nullable Decision decision) {}
