package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.Matter;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposed exit as it is kept (Art. 5). People are the opaque subjects of their tokens.
 *
 * @param department whose task it is now
 * @param validFrom since when the task may be asked
 * @param division whose leading group decides: that of the applicant's own level (同级), or of the next one up where the
 *     applicant hosts it
 * @param side who proposed it
 * @param positionBy the last day for the other side; after it the group decides without
 * @param positionRule the row of the rulebook for that day, as {@code id@version}
 * @param position what the other side says
 * @param ballots of the residents, with those that reject the task
 * @param rejectionShare the percentage of ballots from which on it is generally rejected
 * @param filing the number under which the exit is filed with the group, such as {@code 2026-0001}
 * @param reason why it was withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExitProposal(
        UUID id,
        UUID placementId,
        UUID applicationId,
        CreditCode department,
        DivisionCode community,
        @JsonIgnore LocalDate validFrom,
        DivisionCode division,
        ExitStage stage,
        Side side,
        String proposedBy,
        LocalDate proposedOn,
        String effect,
        LocalDate positionBy,
        String positionRule,
        @Nullable Position position,
        @Nullable String statement,
        @Nullable String statedBy,
        @Nullable LocalDate statedOn,
        @Nullable LocalDate heldOn,
        @Nullable Integer ballots,
        @Nullable Integer rejecting,
        @Nullable BigDecimal rejectionShare,
        @Nullable String rejectionRule,
        @Nullable String filing,
        @Nullable LocalDate decidedOn,
        @Nullable String reason) {

    /** What is known of it at first. */
    public record Proposed(
            UUID id,
            UUID placementId,
            DivisionCode division,
            Side side,
            String proposedBy,
            LocalDate proposedOn,
            String effect,
            LocalDate positionBy,
            String positionRule) {}

    /** As the group decides on it; a proposal that ended does not come again. */
    Matter matter() {
        return new Matter(Matter.Kind.EXIT, id, 1, division);
    }

    /** @throws Refusal when the command is not allowed at this stage */
    ExitStage after(ExitCommand command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(AdmissionProblem.EXIT_STAGE_FORBIDS)
                .with("stage", stage));
    }
}
