package cn.shequ.admission.assessment;

import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;

/** How long, after the year, a division may comment on how it is assessed. */
@ApplicationScoped
class CommentTerms {

    private static final String COMMENT_WITHIN = "assessment.comment-within";

    private final Rulebook rulebook;
    private final BusinessCalendar calendar;

    CommentTerms(Rulebook rulebook, BusinessCalendar calendar) {
        this.rulebook = rulebook;
        this.calendar = calendar;
    }

    /** By the row that holds, where the targets are set, on the last day of the year. */
    CommentTerm of(Assessment assessment) {
        Rule within = rulebook.on(assessment.lastDay(), COMMENT_WITHIN, assessment.division());
        return new CommentTerm(calendar.plus(assessment.lastDay(), within.whole()), within);
    }
}
