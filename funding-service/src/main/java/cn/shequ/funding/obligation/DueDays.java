package cn.shequ.funding.obligation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When what is owed is overdue: a due day that is no business day moves to the next one (Civil Code, Art. 203), because on
 * that day no bank pays.
 */
@ApplicationScoped
class DueDays {

    private static final String REMIND_WITHIN = "obligation.remind-within";

    private final BusinessCalendar calendar;
    private final Rulebook rulebook;
    private final Clock clock;

    DueDays(BusinessCalendar calendar, Rulebook rulebook, Clock clock) {
        this.calendar = calendar;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** What was due on this day or before, and nothing else, is overdue today. */
    LocalDate lastOverdue() {
        return calendar.before(LocalDate.now(clock));
    }

    /** What is due on this day or before is due within so many business days. */
    LocalDate within(int businessDays) {
        return calendar.plus(LocalDate.now(clock), businessDays);
    }

    /** How many business days before the deadline its payer is reminded, in the caller's division. */
    int remindWithin(@Nullable DivisionCode division) {
        LocalDate today = LocalDate.now(clock);
        return (division == null
                        ? rulebook.shippedOn(today, REMIND_WITHIN)
                        : rulebook.on(today, REMIND_WITHIN, division))
                .whole();
    }

    Reminder reminder(Obligation obligation) {
        LocalDate deadline = calendar.onOrAfter(obligation.dueOn());
        return new Reminder(
                obligation,
                deadline,
                calendar.between(LocalDate.now(clock), deadline),
                calendar.isProvisional(deadline));
    }
}
