package cn.shequ.admission.assessment;

import cn.shequ.admission.award.Nominee;
import cn.shequ.admission.award.Vetoes;
import cn.shequ.admission.dueday.DueDay;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an assessment as it stands, at any time of the year and after it. */
@ApplicationScoped
class AssessmentViews {

    private final Assessments assessments;
    private final AssessmentRecords records;
    private final Scoring scoring;
    private final CommentTerms terms;
    private final Vetoes vetoes;
    private final Jurisdiction jurisdiction;

    AssessmentViews(
            Assessments assessments,
            AssessmentRecords records,
            Scoring scoring,
            CommentTerms terms,
            Vetoes vetoes,
            Jurisdiction jurisdiction) {
        this.assessments = assessments;
        this.records = records;
        this.scoring = scoring;
        this.terms = terms;
        this.vetoes = vetoes;
        this.jurisdiction = jurisdiction;
    }

    AssessmentView seen(UUID id) {
        Assessment assessment = assessments.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(assessment.reach());
        return of(assessment);
    }

    /** For those who set the targets or are to meet them, and those above. */
    AssessmentView of(Assessment assessment) {
        return view(assessment, records.comment(assessment.id()).orElse(null));
    }

    /** What is closed is for everybody; what the subject said of it is not. */
    AssessmentView published(UUID id) {
        Assessment closed = assessments
                .find(id)
                .filter(assessment -> assessment.stage() == AssessmentStage.CLOSED)
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        return view(closed, null);
    }

    private AssessmentView view(Assessment assessment, AssessmentView.@Nullable Comment comment) {
        List<TargetFigure> targets = records.targets(assessment.id());
        boolean open = assessment.stage() != AssessmentStage.CLOSED;
        DueDay last = assessment.stage() == AssessmentStage.ISSUED
                ? terms.of(assessment).last()
                : null;
        return new AssessmentView(
                open ? assessment.scored(scoring.score(assessment, targets)) : assessment,
                targets.stream().map(AssessmentView.Line::of).toList(),
                last == null ? null : last.day(),
                last == null ? null : last.provisional(),
                comment,
                vetoes.during(
                        Nominee.of(assessment.subject()), LocalDate.of(assessment.year(), 1, 1), assessment.lastDay()));
    }
}
