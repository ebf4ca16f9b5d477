package cn.shequ.admission.task;

import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;

/**
 * When an application was submitted for the present round, and to whom.
 *
 * @param reviewBy the last day for the group; after it the application is overdue
 * @param reviewProvisional whether the holidays of that day's year were not announced when it was counted; then it is counted
 *     anew, and until then the application is not overdue
 * @param reviewRule the row of the rulebook for that day, by its reference
 * @param leaderBy the last day for its principal leader, before whom it comes then; after it the next level may take it over
 * @param leaderProvisional the same of the last day for the leader
 * @param leaderRule the row of the rulebook for that day, by its reference
 * @param decidedBy whose leading group decides
 */
public record Submission(
        LocalDate submittedOn,
        LocalDate reviewBy,
        boolean reviewProvisional,
        String reviewRule,
        LocalDate leaderBy,
        boolean leaderProvisional,
        String leaderRule,
        DivisionCode decidedBy,
        DecidedBecause decidedBecause) {

    Submission because(DecidedBecause other) {
        return new Submission(
                submittedOn,
                reviewBy,
                reviewProvisional,
                reviewRule,
                leaderBy,
                leaderProvisional,
                leaderRule,
                decidedBy,
                other);
    }

    DueDay review() {
        return new DueDay(reviewBy, reviewProvisional);
    }

    DueDay leader() {
        return new DueDay(leaderBy, leaderProvisional);
    }
}
