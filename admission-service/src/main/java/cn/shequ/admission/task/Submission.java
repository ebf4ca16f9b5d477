package cn.shequ.admission.task;

import java.time.LocalDate;

/**
 * When an application was submitted for the present round.
 *
 * @param reviewBy the last day for the group; after it the application is overdue
 * @param reviewRule the row of the rulebook for that day, as {@code id@version}
 */
public record Submission(LocalDate submittedOn, LocalDate reviewBy, String reviewRule) {}
