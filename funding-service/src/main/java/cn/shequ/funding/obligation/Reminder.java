package cn.shequ.funding.obligation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * What is to be paid soon.
 *
 * @param deadline the due day, or the next business day after it
 * @param businessDaysLeft until the deadline, itself included and today not
 * @param provisional whether the holidays of the deadline's year are not announced yet
 */
public record Reminder(
        @JsonUnwrapped Obligation obligation, LocalDate deadline, int businessDaysLeft, boolean provisional) {}
