package cn.shequ.funding.violation;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.violation.Subjects.Subject;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** People report what they saw; the body concerned explains itself, and appeals (Art. 16). */
@ApplicationScoped
class ViolationAnswering {

    private final Violations violations;
    private final Subjects subjects;
    private final Evidence evidence;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    ViolationAnswering(
            Violations violations,
            Subjects subjects,
            Evidence evidence,
            Jurisdiction jurisdiction,
            Callers callers,
            Clock clock) {
        this.violations = violations;
        this.subjects = subjects;
        this.evidence = evidence;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    /** The case's id: who reports does not thereby get to see it. */
    UUID report(ViolationReport report) {
        Subject subject = subjects.find(report.subject()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        Reach reach = Reach.of(subject.division());
        jurisdiction.requireSee(subject.community() == null ? reach : reach.concerning(List.of(subject.community())));
        UUID id = Ids.next();
        violations.open(id, report, subject, callers.current().subject(), LocalDate.now(clock));
        evidence.attach(EvidenceOf.VIOLATION, id, subject.division(), report.evidence());
        return id;
    }

    Violation explain(UUID id, Statement statement) {
        return answered(id, ViolationStep.EXPLAINED, statement);
    }

    Violation appeal(UUID id, Statement statement) {
        return answered(id, ViolationStep.APPEALED, statement);
    }

    private Violation answered(UUID id, ViolationStep step, Statement said) {
        Violation violation = violations.lockToAnswer(id);
        String by = callers.current().subject();
        LocalDate today = LocalDate.now(clock);
        violation.require(step, by, today);
        if (step == ViolationStep.APPEALED) {
            requireInTime(violation, today);
        }
        violations.take(id, step, by, new Violations.Said(null, said.statement(), said.digests()));
        evidence.attach(EvidenceOf.VIOLATION, id, violation.division(), said.digests());
        return violations.toSee(id);
    }

    private static void requireInTime(Violation violation, LocalDate today) {
        violation.taken(ViolationStep.CONFIRMED).map(Violation.Taken::until).ifPresent(until -> {
            if (today.isAfter(until)) {
                throw Refusal.of(FundingProblem.APPEAL_TOO_LATE)
                        .with("until", until)
                        .with("today", today);
            }
        });
    }
}
