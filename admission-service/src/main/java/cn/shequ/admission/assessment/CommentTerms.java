package cn.shequ.admission.assessment;

import cn.shequ.admission.dueday.DueDays;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;

/** How long, after the year, a division may comment on how it is assessed. */
@ApplicationScoped
class CommentTerms {

    private static final String COMMENT_WITHIN = "assessment.comment-within";

    private final Rulebook rulebook;
    private final DueDays days;

    CommentTerms(Rulebook rulebook, DueDays days) {
        this.rulebook = rulebook;
        this.days = days;
    }

    /** By the row that holds, where the targets are set, on the last day of the year. */
    CommentTerm of(Assessment assessment) {
        Rule within = rulebook.on(assessment.lastDay(), COMMENT_WITHIN, assessment.division());
        return new CommentTerm(days.after(assessment.lastDay(), within.whole()), within);
    }
}
