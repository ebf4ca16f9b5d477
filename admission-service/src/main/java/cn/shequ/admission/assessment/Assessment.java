package cn.shequ.admission.assessment;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.AssessmentClosed;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Reach;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a division for a year, set by the division above it, and what became of them (Art. 36).
 *
 * @param division whose leading-group office sets the targets
 * @param subject whose targets they are
 * @param underVeto whether the subject was under a one-vote veto on a day of the year (Art. 16)
 * @param score the weight of what was met in percent of the weight that counted, with two decimals; until the assessment is
 *     closed, as of now; absent where nothing counts
 * @param weightCounted of 100: less where figures are missing that do not count
 * @param missingRule the row of the rulebook by which missing figures count or not, by its reference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assessment(
        UUID id,
        DivisionCode division,
        DivisionCode subject,
        int year,
        AssessmentStage stage,
        int version,
        @JsonIgnore String draftedBy,
        LocalDate draftedOn,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate closedOn,
        boolean underVeto,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal score,

        @Nullable Integer weightMet,
        @Nullable Integer weightCounted,
        @Nullable String missingRule) {

    private static final int DECEMBER = 12;
    private static final int LAST = 31;

    /** @throws Refusal when the command is not allowed at this stage */
    AssessmentStage after(AssessmentCommand command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(AdmissionProblem.ASSESSMENT_STAGE_FORBIDS)
                .with("stage", stage)
                .with("command", command));
    }

    LocalDate lastDay() {
        return lastDay(year);
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, DECEMBER, LAST);
    }

    /** @throws Refusal when the year is over: nobody is measured against what was set afterwards */
    static void requireYearNotOver(int year, LocalDate today) {
        if (today.isAfter(lastDay(year))) {
            throw Refusal.of(AdmissionProblem.ASSESSMENT_YEAR_OVER)
                    .with("required", lastDay(year))
                    .with("actual", today);
        }
    }

    /** @throws Refusal while the year runs: its figures are not final */
    void requireYearOver(LocalDate today) {
        if (!today.isAfter(lastDay())) {
            throw Refusal.of(AdmissionProblem.ASSESSMENT_YEAR_RUNS)
                    .with("required", lastDay().plusDays(1))
                    .with("actual", today);
        }
    }

    /** Whose targets they are sees them from the day on which they are issued. */
    Reach reach() {
        Reach office = Reach.of(division);
        return stage == AssessmentStage.DRAFT ? office : office.concerning(List.of(subject));
    }

    Assessment scored(Score found) {
        return new Assessment(
                id,
                division,
                subject,
                year,
                stage,
                version,
                draftedBy,
                draftedOn,
                issuedOn,
                closedOn,
                underVeto,
                found.percent(),
                found.weightMet(),
                found.weightCounted(),
                found.rule());
    }

    AssessmentClosed toldClosed(Score found, LocalDate day) {
        BigDecimal percent = found.percent();
        return new AssessmentClosed(
                id.toString(),
                division.value(),
                subject.value(),
                year,
                percent == null ? null : percent.toPlainString(),
                found.weightMet(),
                found.weightCounted(),
                day);
    }
}
