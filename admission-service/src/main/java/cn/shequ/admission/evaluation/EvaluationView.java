package cn.shequ.admission.evaluation;

import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.Recusal;
import cn.shequ.admission.groupvote.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requested evaluation as it is shown.
 *
 * @param recusals who takes no part in it, and why
 * @param tally the votes of the group in the present round
 * @param decision how it decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationView(
        @JsonUnwrapped EvaluationRequest request,
        List<Recusal> recusals,
        Tally tally,
        @Nullable Decision decision) {}
