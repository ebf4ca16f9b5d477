package cn.shequ.admission.exit;

import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A proposed exit as it is shown.
 *
 * @param tally the votes of the group so far
 * @param decision how it decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExitView(
        @JsonUnwrapped ExitProposal proposal,
        Tally tally,
        @Nullable Decision decision) {}
