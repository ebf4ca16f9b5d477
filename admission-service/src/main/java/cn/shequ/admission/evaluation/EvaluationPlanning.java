package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The group's office plans when communities are visited: each once, for everything that is evaluated (Art. 7). */
@ApplicationScoped
class EvaluationPlanning {

    private final UnifiedAccess access;
    private final UnifiedEvaluations evaluations;
    private final EvaluationVisits visits;
    private final EvaluationResults results;
    private final KnownCommunities communities;
    private final Territory territory;
    private final Callers callers;
    private final Clock clock;

    EvaluationPlanning(
            UnifiedAccess access,
            UnifiedEvaluations evaluations,
            EvaluationVisits visits,
            EvaluationResults results,
            KnownCommunities communities,
            Territory territory,
            Callers callers,
            Clock clock) {
        this.access = access;
        this.evaluations = evaluations;
        this.visits = visits;
        this.results = results;
        this.communities = communities;
        this.territory = territory;
        this.callers = callers;
        this.clock = clock;
    }

    UnifiedEvaluation schedule(DivisionCode division, int year, @Nullable String ifMatch, EvaluationWindow window) {
        UnifiedEvaluation evaluation = access.lockedByOffice(division, year);
        Version.require(ifMatch, evaluation.version());
        List<FieldError> findings = window.findings(year);
        if (!findings.isEmpty()) {
            Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
            findings.forEach(invalid::at);
            throw invalid;
        }
        int outside = visits.outside(evaluation, window);
        if (outside > 0) {
            throw Refusal.of(AdmissionProblem.SCHEDULE_LEAVES_VISITS_OUT).with("visits", outside);
        }
        evaluations.putWindow(evaluation, window, callers.current().subject());
        return access.seen(division, year);
    }

    EvaluationVisit plan(DivisionCode division, int year, NewVisit asked) {
        UnifiedEvaluation evaluation = access.lockedByOffice(division, year);
        communities.require(asked.community());
        if (!territory.isWithin(asked.community(), division)) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        visits.find(division, year, asked.community()).ifPresent(planned -> {
            throw Refusal.of(AdmissionProblem.VISIT_PLANNED)
                    .with("community", planned.community())
                    .with("visitOn", planned.visitOn());
        });
        EvaluationVisit visit = planned(evaluation, asked.community(), asked.visitOn());
        visits.add(evaluation, visit);
        return visit;
    }

    /** Until its day is over or the community has a result: what was found at a visit stays with its day. */
    EvaluationVisit move(DivisionCode division, int year, DivisionCode community, LocalDate day) {
        UnifiedEvaluation evaluation = access.lockedByOffice(division, year);
        EvaluationVisit present =
                visits.find(division, year, community).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (results.has(evaluation, community)) {
            throw Refusal.of(AdmissionProblem.VISIT_HAS_RESULTS).with("community", community);
        }
        if (present.visitOn().isBefore(LocalDate.now(clock))) {
            throw Refusal.of(AdmissionProblem.VISIT_OVER)
                    .with("community", community)
                    .with("visitOn", present.visitOn());
        }
        EvaluationVisit visit = planned(evaluation, community, day);
        visits.move(evaluation, visit);
        return visit;
    }

    private EvaluationVisit planned(UnifiedEvaluation evaluation, DivisionCode community, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        evaluation.requireVisitable(day, today);
        return new EvaluationVisit(community, day, callers.current().subject(), today);
    }
}
