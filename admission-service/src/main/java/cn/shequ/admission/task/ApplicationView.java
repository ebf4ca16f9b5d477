package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.Tally;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.events.admission.ReviewEscalation;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is shown.
 *
 * @param escalatedTo before whom it is today because its group did not decide in time
 * @param tally the votes of the present round; absent before it was submitted
 * @param placements how many of its placements are in which stage today
 * @param escalations when it was overdue, in whatever round
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        UUID id,
        CreditCode department,
        DivisionCode division,
        TaskStage stage,
        int round,
        ApplicationForm form,
        @JsonUnwrapped @Nullable Submission submission,
        @Nullable ReviewEscalation escalatedTo,
        @Nullable LocalDate signedOn,
        @Nullable Tally tally,
        @Nullable Decision decision,
        Map<PlacementStage, Integer> placements,
        List<Step> steps,
        List<Escalation> escalations) {}
