package cn.shequ.admission.assessment;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.award.AwardingOffice;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** After the year: the subject is heard, the office corrects what was wrongly recorded and fixes the results (Art. 36). */
@ApplicationScoped
class AssessmentClosing {

    private final Assessments assessments;
    private final AssessmentRecords records;
    private final Scoring scoring;
    private final CommentTerms terms;
    private final AwardingOffice offices;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    AssessmentClosing(
            Assessments assessments,
            AssessmentRecords records,
            Scoring scoring,
            CommentTerms terms,
            AwardingOffice offices,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.assessments = assessments;
        this.records = records;
        this.scoring = scoring;
        this.terms = terms;
        this.offices = offices;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** By those who serve exactly the division that is assessed, once and in time. */
    Assessment comment(UUID id, NewComment comment) {
        LocalDate today = LocalDate.now(clock);
        Assessment assessment = locked(id);
        jurisdiction.requireSee(assessment.reach());
        if (!assessment.subject().equals(callers.current().division())) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        assessment.after(AssessmentCommand.COMMENT);
        assessment.requireYearOver(today);
        records.comment(id).ifPresent(made -> {
            throw Refusal.of(AdmissionProblem.ASSESSMENT_COMMENTED).with("madeOn", made.madeOn());
        });
        CommentTerm term = terms.of(assessment);
        if (term.isOver(today)) {
            throw Refusal.of(AdmissionProblem.ASSESSMENT_COMMENT_LATE)
                    .with("required", term.lastDay())
                    .with("actual", today)
                    .under(term.rule());
        }
        records.addComment(id, comment.text(), callers.current().subject(), today);
        return assessment;
    }

    /** Each figure once; what was recorded stays beside what takes its place. */
    Assessment correct(UUID id, NewCorrection correction) {
        LocalDate today = LocalDate.now(clock);
        Assessment assessment = lockedByOffice(id);
        assessment.after(AssessmentCommand.CORRECT);
        assessment.requireYearOver(today);
        TargetFigure target = records.targets(id).stream()
                .filter(each -> each.indicator().equals(correction.indicator()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (target.corrected() != null) {
            throw Refusal.of(AdmissionProblem.FIGURE_CORRECTED).with("indicator", correction.indicator());
        }
        if (TargetsRule.isAbove(correction.value(), target.unit())) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of(
                            "value", "out-of-range", Map.of("least", 0, "most", TargetsRule.most(target.unit()))));
        }
        records.addCorrection(id, correction, callers.current().subject(), today);
        return assessment;
    }

    /** The figures as of the last day of the year, or the last before it, become the result. */
    Assessment close(UUID id) {
        LocalDate today = LocalDate.now(clock);
        Assessment assessment = lockedByOffice(id);
        assessment.after(AssessmentCommand.CLOSE);
        assessment.requireYearOver(today);
        CommentTerm term = terms.of(assessment);
        if (!term.isOver(today) && records.comment(id).isEmpty()) {
            throw awaited(term, today);
        }
        List<TargetFigure> targets = records.targets(id);
        Score score = scoring.score(assessment, targets);
        assessments.close(id, score, term, callers.current().subject(), today);
        records.addResults(id, targets);
        events.append(assessment.toldClosed(score, today));
        return assessments.find(id).orElseThrow();
    }

    private static Refusal awaited(CommentTerm term, LocalDate today) {
        return term.last()
                .notOver(AdmissionProblem.ASSESSMENT_COMMENT_AWAITED, today)
                .under(term.rule());
    }

    private Assessment lockedByOffice(UUID id) {
        Assessment assessment = locked(id);
        offices.requireAct(assessment.reach());
        return assessment;
    }

    private Assessment locked(UUID id) {
        return assessments.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
