package cn.shequ.admission.evaluation;

import cn.shequ.admission.DemandVoices;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.refusal.Demanders;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nobody evaluates or inspects a community outside the unified evaluation; who does is refused, and that is kept (Art. 7). */
@ApplicationScoped
class InspectionDesk {

    private final Inspections inspections;
    private final EvaluationRequests requests;
    private final EvaluationVisits visits;
    private final Departments departments;
    private final Demanders demanders;
    private final DemandVoices voices;
    private final KnownCommunities communities;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    InspectionDesk(
            Inspections inspections,
            EvaluationRequests requests,
            EvaluationVisits visits,
            Departments departments,
            Demanders demanders,
            DemandVoices voices,
            KnownCommunities communities,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.inspections = inspections;
        this.requests = requests;
        this.visits = visits;
        this.departments = departments;
        this.demanders = demanders;
        this.voices = voices;
        this.communities = communities;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the inspection, covered or not. */
    Inspection record(NewInspection asked) {
        communities.require(asked.community());
        voices.require(asked.community(), asked.demandingBody().creditCode());
        Demanders.Body body = demanders.identify(asked.demandingBody());
        EvaluationRequest item =
                Optional.ofNullable(asked.item()).flatMap(requests::share).orElse(null);
        Inspection inspection = new Inspection(
                Ids.next(),
                asked.community(),
                body.creditCode(),
                body.name(),
                body.level(),
                item == null ? null : item.id(),
                asked.inspects(),
                asked.inspectsOn(),
                finding(asked, item, body.creditCode()),
                callers.current().subject(),
                LocalDate.now(clock));
        inspections.add(inspection);
        if (inspection.finding() != InspectionFinding.COVERED) {
            events.append(inspection.told());
        }
        return inspection;
    }

    /** What is read of the item, its body and its visit stays so until the inspection is kept. */
    private InspectionFinding finding(
            NewInspection asked, @Nullable EvaluationRequest item, @Nullable CreditCode body) {
        if (item == null) {
            return asked.item() == null ? InspectionFinding.NO_ITEM : InspectionFinding.ITEM_UNKNOWN;
        }
        return InspectionFinding.of(
                item,
                body != null && requests.isHeldBy(item, body),
                visits.share(item.division(), item.year(), asked.community())
                        .map(EvaluationVisit::visitOn)
                        .orElse(null),
                asked.inspectsOn());
    }

    Inspection seen(UUID id) {
        Inspection inspection = inspections.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        CreditCode body = inspection.demandingBody();
        String owner = body == null ? "" : departments.holder(body).value();
        jurisdiction.requireSee(Reach.of(inspection.community()).ownedBy(owner));
        return inspection;
    }

    /** Of communities of the caller's territory, of a department's officer only its own and its predecessors'. */
    Page<Inspection> list(@Nullable DivisionCode community, @Nullable InspectionFinding finding, PageRequest request) {
        return inspections.list(
                community, finding, callers.current().onlyDepartment(), jurisdiction.bindings(), request);
    }
}
