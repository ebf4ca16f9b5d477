package cn.shequ.funding.violation;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Finance or an auditor notifies the body, and confirms or dismisses; nobody of the body itself, and nobody who took part
 * (Art. 16). A confirmation brings veto, loss of awards, public notice and referral, all of them, in one transaction.
 */
@ApplicationScoped
class ViolationDeciding {

    private static final String EXPLANATION_WITHIN = "violation.explanation-within";
    private static final String APPEAL_WITHIN = "violation.appeal-within";
    private static final String VETO_LASTS = "veto.lasts";

    private final Violations violations;
    private final Consequences consequences;
    private final Evidence evidence;
    private final Rulebook rulebook;
    private final BusinessCalendar calendar;
    private final EventLog log;
    private final Callers callers;
    private final Clock clock;

    ViolationDeciding(
            Violations violations,
            Consequences consequences,
            Evidence evidence,
            Rulebook rulebook,
            BusinessCalendar calendar,
            EventLog log,
            Callers callers,
            Clock clock) {
        this.violations = violations;
        this.consequences = consequences;
        this.evidence = evidence;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.log = log;
        this.callers = callers;
        this.clock = clock;
    }

    Violation notifyBody(UUID id) {
        Violation violation = toDecide(id, ViolationStep.NOTIFIED);
        Rule rule = rulebook.today(EXPLANATION_WITHIN, violation.division());
        LocalDate until = calendar.plus(today(), rule.whole());
        return taken(id, ViolationStep.NOTIFIED, Violations.Said.nothingUntil(until));
    }

    Violation dismiss(UUID id, Statement reason) {
        Violation violation = toDecide(id, ViolationStep.DISMISSED);
        evidence.attach(EvidenceOf.VIOLATION, id, violation.division(), reason.digests());
        return taken(id, ViolationStep.DISMISSED, new Violations.Said(null, reason.statement(), reason.digests()));
    }

    Violation confirm(UUID id, Statement reason) {
        Violation violation = toDecide(id, ViolationStep.CONFIRMED);
        evidence.attach(EvidenceOf.VIOLATION, id, violation.division(), reason.digests());
        LocalDate today = today();
        Rule appeal = rulebook.today(APPEAL_WITHIN, violation.division());
        LocalDate appealUntil = calendar.onOrAfter(today.plusDays(appeal.whole()));
        violations.take(
                id,
                ViolationStep.CONFIRMED,
                callers.current().subject(),
                new Violations.Said(appealUntil, reason.statement(), reason.digests()));
        Rule rule = rulebook.today(VETO_LASTS, violation.division());
        LocalDate until = today.plusMonths(rule.whole()).minusDays(1);
        UUID veto = consequences.impose(violation, today, until, rule, ownDivision());
        log.append(List.of(
                ViolationEvents.confirmed(violation, today),
                ViolationEvents.imposed(veto, violation, today, until, rule)));
        return violations.toSee(id);
    }

    Violation decideAppeal(UUID id, AppealDecision decision) {
        ViolationStep step = decision.outcome().step();
        Violation violation = toDecide(id, step);
        Violation decided = taken(id, step, new Violations.Said(null, decision.statement(), List.of()));
        if (step != ViolationStep.LIFTED) {
            return decided;
        }
        consequences.takeBack(violation, today(), ownDivision());
        log.append(ViolationEvents.lifted(violation, today()));
        return violations.toSee(id);
    }

    private Violation toDecide(UUID id, ViolationStep step) {
        Violation violation = violations.lockToDecide(id);
        Caller caller = callers.current();
        if (BodyConcerned.isSpokenForBy(violation.body(), caller)) {
            throw Refusal.of(FundingProblem.VIOLATION_OF_OWN_BODY)
                    .with("body", violation.body())
                    .with("wanted", step);
        }
        violation.require(step, caller.subject(), today());
        return violation;
    }

    private Violation taken(UUID id, ViolationStep step, Violations.Said said) {
        violations.take(id, step, callers.current().subject(), said);
        return violations.toSee(id);
    }

    private DivisionCode ownDivision() {
        DivisionCode division = callers.current().division();
        if (division == null) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        return division;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
