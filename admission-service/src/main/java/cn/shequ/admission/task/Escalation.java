package cn.shequ.admission.task;

import cn.shequ.events.admission.ReviewEscalation;
import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;

/**
 * An application that was not decided in time comes before somebody higher; nothing is decided by that.
 *
 * @param before whose leader or office it is
 * @param escalatedOn the first day on which it was overdue there
 */
public record Escalation(int round, ReviewEscalation escalatedTo, DivisionCode before, LocalDate escalatedOn) {}
