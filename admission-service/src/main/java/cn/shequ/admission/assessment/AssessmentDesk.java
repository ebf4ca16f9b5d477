package cn.shequ.admission.assessment;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.award.AwardingOffice;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The leading-group office of a city or district sets targets for the divisions directly below it (Art. 36). */
@ApplicationScoped
class AssessmentDesk {

    private final Assessments assessments;
    private final RecordedFigures figures;
    private final AwardingOffice offices;
    private final Territory territory;
    private final Callers callers;
    private final Clock clock;

    AssessmentDesk(
            Assessments assessments,
            RecordedFigures figures,
            AwardingOffice offices,
            Territory territory,
            Callers callers,
            Clock clock) {
        this.assessments = assessments;
        this.figures = figures;
        this.offices = offices;
        this.territory = territory;
        this.callers = callers;
        this.clock = clock;
    }

    Assessment draft(NewAssessment asked) {
        offices.requireAboveSubdistricts(asked.division(), AdmissionProblem.ASSESSMENT_LEVEL);
        offices.require(asked.division());
        requireDirectlyBelow(asked.division(), asked.subject());
        Map<String, String> units = requireFit(asked.targets());
        UUID id = Ids.next();
        LocalDate today = LocalDate.now(clock);
        Assessment.requireYearNotOver(asked.year(), today);
        if (!assessments.add(id, asked, units, callers.current().subject(), today)) {
            throw Refusal.of(AdmissionProblem.ASSESSMENT_EXISTS)
                    .with("subject", asked.subject())
                    .with("year", asked.year());
        }
        return present(id);
    }

    private void requireDirectlyBelow(DivisionCode division, DivisionCode code) {
        Division subject = territory.find(code).orElseThrow(() -> Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of("subject", "unknown-division", Map.of("value", code))));
        if (!division.equals(subject.parent())) {
            throw Refusal.of(AdmissionProblem.ASSESSED_FROM_DIRECTLY_ABOVE)
                    .with("subject", code)
                    .with("division", division);
        }
    }

    /** The unit of each target's indicator. */
    private Map<String, String> requireFit(List<NewTarget> targets) {
        Map<String, String> units = figures.units(
                targets.stream().map(NewTarget::indicator).distinct().toList());
        List<FieldError> findings = new TargetsRule(units).findings(targets);
        if (!findings.isEmpty()) {
            Refusal invalid = Refusal.of(AdmissionProblem.TARGETS_DO_NOT_FIT);
            findings.forEach(invalid::at);
            throw invalid;
        }
        return units;
    }

    Assessment replaceTargets(UUID id, @Nullable String ifMatch, NewTargets asked) {
        Assessment draft = lockedByOffice(id);
        draft.after(AssessmentCommand.REPLACE_TARGETS);
        Version.require(ifMatch, draft.version());
        assessments.replaceTargets(id, asked.targets(), requireFit(asked.targets()));
        return present(id);
    }

    Assessment issue(UUID id) {
        Assessment draft = lockedByOffice(id);
        draft.after(AssessmentCommand.ISSUE);
        LocalDate today = LocalDate.now(clock);
        Assessment.requireYearNotOver(draft.year(), today);
        assessments.issue(id, callers.current().subject(), today);
        return present(id);
    }

    private Assessment lockedByOffice(UUID id) {
        Assessment assessment = assessments.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        offices.requireAct(assessment.reach());
        return assessment;
    }

    private Assessment present(UUID id) {
        return assessments.find(id).orElseThrow();
    }
}
