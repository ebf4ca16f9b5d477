package cn.shequ.admission.exit;

import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.Recusal;
import cn.shequ.admission.groupvote.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed exit as it is shown.
 *
 * @param covers what it covers, in the order of communities, the first ones only; all are listed below the exit
 * @param recusals who takes no part in it, and why
 * @param tally the votes of the group in the present round
 * @param decision how it decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExitView(
        @JsonUnwrapped ExitProposal proposal,
        List<CoveredPlacement> covers,
        List<Recusal> recusals,
        Tally tally,
        @Nullable Decision decision) {

    /** How many of what it covers are shown with it. */
    static final int COVERS = 20;
}
