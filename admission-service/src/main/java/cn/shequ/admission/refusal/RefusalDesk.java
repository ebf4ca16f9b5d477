package cn.shequ.admission.refusal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.admission.check.AdmissionChecks;
import cn.shequ.admission.check.AdmittedTask;
import cn.shequ.admission.check.Verdict;
import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.DueDays;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** A community refuses what is out of scope or was not admitted, and sends it up for coordination (Art. 4). */
@ApplicationScoped
class RefusalDesk {

    static final String COORDINATE_WITHIN = "refusal.coordination-within";

    private final DemandRefusals refusals;
    private final AdmissionChecks checks;
    private final Demanders demanders;
    private final KnownCommunities communities;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final DueDays days;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    RefusalDesk(
            DemandRefusals refusals,
            AdmissionChecks checks,
            Demanders demanders,
            KnownCommunities communities,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            DueDays days,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.refusals = refusals;
        this.checks = checks;
        this.demanders = demanders;
        this.communities = communities;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.days = days;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    DemandRefusal refuse(NewRefusal request) {
        communities.require(request.community());
        jurisdiction.requireAct(Reach.of(request.community()));
        Demanders.Body body = demanders.identify(request.demandingBody());
        LocalDate today = LocalDate.now(clock);
        Verdict verdict = body.creditCode() == null
                ? checks.ofUnregistered(request.matter(), today)
                : checks.verdict(body.creditCode(), request.community(), request.matter(), today);
        requireNotOwed(verdict);
        Rule within = rulebook.today(COORDINATE_WITHIN, request.community());
        DueDay coordination = days.onOrAfter(today.plusDays(within.whole()));
        DemandRefusal refusal = new DemandRefusal(
                Ids.next(),
                request.community(),
                body.creditCode(),
                body.name(),
                body.level(),
                request.matter(),
                request.demanded(),
                request.grounds(),
                verdict.chief(),
                callers.current().subject(),
                today,
                demanders.coordinating(request.community(), body, today),
                coordination.day(),
                coordination.provisional(),
                within.reference(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        refusals.add(refusal);
        events.append(refusal.told());
        return refusal;
    }

    /** What was admitted and paid for, or what law gives to the community, it does not refuse (Art. 4, 5). */
    private static void requireNotOwed(Verdict verdict) {
        StatutoryDuty duty = verdict.duty();
        if (duty != null) {
            throw Refusal.of(AdmissionProblem.DUTY_IS_STATUTORY)
                    .with("duty", duty.code())
                    .with("basis", duty.citationZh());
        }
        if (verdict.permitted()) {
            AdmittedTask task = verdict.tasks().getFirst();
            throw Refusal.of(AdmissionProblem.TASK_IS_ADMITTED)
                    .with("placement", task.placement())
                    .with("application", task.application())
                    .with("validTo", task.validTo());
        }
    }
}
