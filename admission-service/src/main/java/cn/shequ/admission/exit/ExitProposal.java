package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.admission.groupvote.Matter;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposed exit as it is kept (Art. 5). People are the opaque subjects of their tokens.
 *
 * @param applicationId whose placements it covers, one or several
 * @param department whose task it is now
 * @param territory whose communities it covers: one community, or a division above several
 * @param communities how many it covers, with those where the residents keep the task
 * @param division whose leading group decides: that of the applicant's own level (同级), or one further up
 * @param round votes belong to it; when it passes up another begins
 * @param decidedBecause why it is this group
 * @param side who proposed it
 * @param office the body that hosts the office which proposed it
 * @param positionBy the last day for the others; after it the group decides without
 * @param provisional whether the holidays of that day's year were not announced when it was counted; while the exit is open it
 *     is counted anew, and until then nobody let their time pass
 * @param positionRule the row of the rulebook for that day, by its reference
 * @param communitiesShare the percentage of communities, whose residents reject the task, from which on it is generally
 *     rejected
 * @param position what the department says, where it did not propose the exit
 * @param filing the number under which the exit is filed with the group, such as {@code 2026-0001}
 * @param reason why it was withdrawn
 * @param asked how many of the communities the task had entered when it was proposed
 * @param rejecting in how many the residents generally reject it
 * @param kept in how many they do not; there it stays
 * @param agreeing how many of the others agree, where it was not a community that proposed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExitProposal(
        UUID id,
        UUID applicationId,
        CreditCode department,
        DivisionCode territory,
        int communities,
        DivisionCode division,
        DecidedBecause decidedBecause,
        int round,
        ExitStage stage,
        Side side,
        @Nullable CreditCode office,
        String proposedBy,
        LocalDate proposedOn,
        String effect,
        LocalDate positionBy,
        boolean provisional,
        String positionRule,
        BigDecimal communitiesShare,
        String communitiesRule,
        @Nullable Position position,
        @Nullable String statement,
        @Nullable String statedBy,
        @Nullable LocalDate statedOn,
        @Nullable String filing,
        @Nullable LocalDate decidedOn,
        @Nullable String reason,
        int asked,
        int rejecting,
        int kept,
        int agreeing,
        int disagreeing) {

    /** What is known of it at first. */
    public record Proposed(
            UUID id,
            UUID applicationId,
            DivisionCode territory,
            int communities,
            DivisionCode division,
            DecidedBecause decidedBecause,
            Side side,
            @Nullable CreditCode office,
            String proposedBy,
            LocalDate proposedOn,
            String effect,
            LocalDate positionBy,
            boolean provisional,
            String positionRule,
            BigDecimal communitiesShare,
            String communitiesRule) {}

    /** As the group decides on it. Whose task it is, and whose office wants it to end, are parties to it. */
    Matter matter() {
        return matter(id, round, division, department, office);
    }

    static Matter matter(
            UUID id, int round, DivisionCode division, CreditCode department, @Nullable CreditCode office) {
        return new Matter(
                Matter.Kind.EXIT,
                id,
                round,
                division,
                office == null ? Set.of(department) : Set.of(department, office));
    }

    /** @throws Refusal when the command is not allowed at this stage */
    ExitStage after(ExitCommand command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(AdmissionProblem.EXIT_STAGE_FORBIDS)
                .with("stage", stage));
    }

    /** The stage that follows from what the residents have said so far. */
    ExitStage assessed() {
        Rejection rejection = new Rejection(asked, rejecting, kept, communitiesShare);
        if (stage == ExitStage.ASSESSED) {
            return stage;
        }
        if (rejection.isGeneral()) {
            return after(ExitCommand.REJECTED_BY_RESIDENTS);
        }
        return rejection.isImpossible() ? after(ExitCommand.KEPT_BY_RESIDENTS) : stage;
    }

    DueDay positions() {
        return new DueDay(positionBy, provisional);
    }

    /** Whether everybody has said what they think of it: department and communities, unless they proposed it. */
    boolean isHeard() {
        return (side == Side.DEPARTMENT || position != null)
                && (side == Side.COMMUNITY || agreeing + disagreeing == communities - kept);
    }
}
