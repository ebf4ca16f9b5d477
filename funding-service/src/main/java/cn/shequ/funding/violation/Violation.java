package cn.shequ.funding.violation;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case of Art. 16, from the suspicion to its end.
 *
 * @param subject the obligation, fund, entry, expenditure or attempt it is about
 * @param occurrence which time it was, from 0, of an obligation that was late, was settled and is owed again
 * @param body who has to answer for it: the finance or office of a division, or a body by its credit code
 * @param amountOwed what should have been, in CNY
 * @param amountActual what was, in CNY
 * @param reportedBy null when the service found it; shown to those who decide, never to the body
 * @param attemptedBy whose attempt it was; shown to those who decide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        UUID id,
        ViolationKind kind,
        UUID subject,
        int occurrence,
        UUID ledger,
        DivisionCode division,
        @Nullable DivisionCode community,
        Payer body,
        Money amountOwed,
        Money amountActual,
        LocalDate foundOn,
        boolean foundByService,
        @Nullable String reportedBy,
        @Nullable String attemptedBy,
        @Nullable String account,
        List<String> evidence,
        Instant recordedAt,
        ViolationStage stage,
        List<Taken> steps,
        List<Consequence> consequences) {

    /**
     * One step that was taken.
     *
     * @param until the last day to explain, or to appeal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            ViolationStep step,
            String by,
            LocalDate on,
            @Nullable LocalDate until,
            @Nullable String statement,
            List<String> evidence) {}

    Optional<Taken> taken(ViolationStep step) {
        return steps.stream().filter(taken -> taken.step() == step).findFirst();
    }

    /** @throws Refusal when the step cannot be taken now, or not by this person: who took part does not decide */
    void require(ViolationStep step, String person, LocalDate today) {
        if (stage.after(step).isEmpty()) {
            throw Refusal.of(FundingProblem.VIOLATION_STAGE)
                    .with("stage", stage)
                    .with("wanted", step);
        }
        if (step.isDecision()) {
            part(person).ifPresent(part -> {
                throw Refusal.of(FundingProblem.VIOLATION_SAME_PERSON)
                        .with("done", part)
                        .with("wanted", step);
            });
        }
        if (step == ViolationStep.CONFIRMED && stage == ViolationStage.NOTIFIED) {
            requireOver(today);
        }
    }

    private Optional<String> part(String person) {
        if (person.equals(reportedBy)) {
            return Optional.of("REPORTED");
        }
        if (person.equals(attemptedBy)) {
            return Optional.of("ATTEMPTED");
        }
        return steps.stream()
                .filter(taken -> taken.by().equals(person) && taken.step().isTakingSides())
                .map(taken -> taken.step().name())
                .findFirst();
    }

    /** A body that has not explained itself is heard until its time is over. */
    private void requireOver(LocalDate today) {
        LocalDate until = taken(ViolationStep.NOTIFIED).map(Taken::until).orElseThrow(IllegalStateException::new);
        if (!today.isAfter(until)) {
            throw Refusal.of(FundingProblem.EXPLANATION_AWAITED)
                    .with("until", until)
                    .with("today", today);
        }
    }

    /** As the body concerned sees it: it is not told who reported. */
    Violation forBody() {
        return new Violation(
                id,
                kind,
                subject,
                occurrence,
                ledger,
                division,
                community,
                body,
                amountOwed,
                amountActual,
                foundOn,
                foundByService,
                null,
                null,
                account,
                evidence,
                recordedAt,
                stage,
                steps,
                consequences);
    }
}
