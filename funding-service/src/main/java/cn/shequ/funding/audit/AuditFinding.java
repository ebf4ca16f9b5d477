package cn.shequ.funding.audit;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an audit found, in CNY (Art. 16).
 *
 * @param concerning the entry, obligation or fund
 * @param finding in words; it stays here and is in no event
 * @param rectifyBy the last day to put it right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditFinding(
        UUID id,
        UUID audit,
        UUID ledger,
        DivisionCode division,
        AuditFindingKind kind,
        UUID concerning,
        Money amount,
        String finding,
        LocalDate raisedOn,
        LocalDate rectifyBy,
        FindingStage stage,
        List<Taken> steps) {

    /** One step that was taken. */
    public record Taken(FindingStep step, String by, LocalDate on, String statement, List<String> evidence) {}

    /** @throws Refusal when the step cannot be taken now, or not by this person: nobody accepts the own work */
    void require(FindingStep step, String person) {
        if (stage.after(step).isEmpty()) {
            throw Refusal.of(FundingProblem.FINDING_STAGE).with("stage", stage).with("wanted", step);
        }
        boolean own = steps.stream()
                .anyMatch(taken ->
                        taken.step() == FindingStep.RECTIFIED && taken.by().equals(person));
        if (step != FindingStep.RECTIFIED && own) {
            throw Refusal.of(FundingProblem.FINDING_SAME_PERSON)
                    .with("done", FindingStep.RECTIFIED)
                    .with("wanted", step);
        }
    }
}
