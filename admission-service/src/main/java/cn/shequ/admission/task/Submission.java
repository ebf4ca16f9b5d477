package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;

/**
 * When an application was submitted for the present round, and to whom.
 *
 * @param reviewBy the last day for the group; after it the application is overdue
 * @param reviewRule the row of the rulebook for that day, as {@code id@version}
 * @param leaderBy the last day for its principal leader, before whom it comes then; after it the next level may take it over
 * @param leaderRule the row of the rulebook for that day, as {@code id@version}
 * @param decidedBy whose leading group decides
 */
public record Submission(
        LocalDate submittedOn,
        LocalDate reviewBy,
        String reviewRule,
        LocalDate leaderBy,
        String leaderRule,
        DivisionCode decidedBy,
        DecidedBecause decidedBecause) {

    Submission because(DecidedBecause other) {
        return new Submission(submittedOn, reviewBy, reviewRule, leaderBy, leaderRule, decidedBy, other);
    }
}
