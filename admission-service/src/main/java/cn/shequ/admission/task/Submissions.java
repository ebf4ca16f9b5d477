package cn.shequ.admission.task;

import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.DueDays;
import cn.shequ.admission.groupvote.Decider;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
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
    private final DueDays days;
    private final Clock clock;

    Submissions(Rulebook rulebook, DueDays days, Clock clock) {
        this.rulebook = rulebook;
        this.days = days;
        this.clock = clock;
    }

    Submission today(Decider decider) {
        LocalDate today = LocalDate.now(clock);
        Rule within = rulebook.today(REVIEW_WITHIN, decider.division());
        Rule escalation = rulebook.today(ESCALATION_WITHIN, decider.division());
        DueDay review = days.after(today, within.whole());
        DueDay leader = days.after(review.day(), escalation.whole());
        return new Submission(
                today,
                review.day(),
                review.provisional(),
                within.reference(),
                leader.day(),
                review.provisional() || leader.provisional(),
                escalation.reference(),
                decider.division(),
                decider.because());
    }
}
