package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Decider;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Says until when a group has to decide on what reaches it today. */
@ApplicationScoped
class Submissions {

    /** How long the group has for an application. */
    static final String REVIEW_WITHIN = "admission.review-within";

    /** How long its principal leader has when that time is over, before the next level may take the application over. */
    static final String ESCALATION_WITHIN = "admission.escalation-within";

    private final Rulebook rulebook;
    private final BusinessCalendar calendar;
    private final Clock clock;

    Submissions(Rulebook rulebook, BusinessCalendar calendar, Clock clock) {
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.clock = clock;
    }

    Submission today(Decider decider) {
        LocalDate today = LocalDate.now(clock);
        Rule within = rulebook.today(REVIEW_WITHIN, decider.division());
        Rule escalation = rulebook.today(ESCALATION_WITHIN, decider.division());
        LocalDate reviewBy = calendar.plus(today, within.whole());
        return new Submission(
                today,
                reviewBy,
                within.reference(),
                calendar.plus(reviewBy, escalation.whole()),
                escalation.reference(),
                decider.division(),
                decider.because());
    }
}
