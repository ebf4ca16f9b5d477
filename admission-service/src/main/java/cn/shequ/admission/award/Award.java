package cn.shequ.admission.award;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.AwardCancellation;
import cn.shequ.events.admission.AwardCancelled;
import cn.shequ.events.admission.AwardGranted;
import cn.shequ.events.admission.AwardKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A nomination and the award that it becomes (Art. 30, 36).
 *
 * @param division whose leading-group office gives it
 * @param title what it is called, such as 2026年度社区建设先进集体
 * @param place the nominee itself, or where the body stands that is nominated
 * @param grounds what a commendation is for; a title rests on the points of its campaign
 * @param endedOn when it was declined, cancelled or withdrawn
 * @param reason why it was declined or withdrawn
 * @param veto what cancelled it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Award(
        UUID id,
        AwardKind kind,
        DivisionCode division,
        int year,
        String title,
        Nominee nominee,
        DivisionCode place,
        @Nullable String grounds,
        AwardStage stage,
        @JsonIgnore String nominatedBy,
        LocalDate nominatedOn,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate endedOn,
        @JsonIgnore @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable UUID veto) {

    /** @throws Refusal when the command is not allowed at this stage */
    AwardStage after(AwardCommand command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(AdmissionProblem.AWARD_STAGE_FORBIDS)
                .with("stage", stage)
                .with("command", command));
    }

    /** @throws Refusal when it was decided, or a veto cancelled it */
    public void requireUndecided() {
        after(AwardCommand.DECLINE);
    }

    Award granted(LocalDate day, String person) {
        return changed(after(AwardCommand.GRANT), day, null, person, null, null);
    }

    Award declined(LocalDate day, String person, @Nullable String why) {
        return changed(after(AwardCommand.DECLINE), null, day, person, why, null);
    }

    Award withdrawn(LocalDate day, String person, String why) {
        return changed(after(AwardCommand.WITHDRAW), grantedOn, day, person, why, null);
    }

    Award cancelled(LocalDate day, Veto by) {
        return changed(after(AwardCommand.CANCEL), grantedOn, day, decidedBy, null, by.id());
    }

    private Award changed(
            AwardStage next,
            @Nullable LocalDate granted,
            @Nullable LocalDate ended,
            @Nullable String person,
            @Nullable String why,
            @Nullable UUID by) {
        return new Award(
                id,
                kind,
                division,
                year,
                title,
                nominee,
                place,
                grounds,
                next,
                nominatedBy,
                nominatedOn,
                granted,
                ended,
                person,
                why,
                by);
    }

    AwardGranted toldGranted(LocalDate day) {
        return new AwardGranted(id.toString(), kind.name(), division.value(), place.value(), body(), year, day);
    }

    AwardCancelled toldCancelled(AwardCancellation why, LocalDate day) {
        return new AwardCancelled(
                id.toString(),
                kind.name(),
                division.value(),
                place.value(),
                body(),
                year,
                why.name(),
                veto == null ? null : veto.toString(),
                day);
    }

    private @Nullable String body() {
        CreditCode code = nominee.body();
        return code == null ? null : code.value();
    }
}
