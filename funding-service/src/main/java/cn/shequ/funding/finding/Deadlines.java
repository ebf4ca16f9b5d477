package cn.shequ.funding.finding;

import cn.shequ.funding.obligation.Obligation;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Until when something is in time, and from when on it is judged: the bank's statement of the last day comes later, and the
 * accountant is given the rulebook's working days (a product default) to book it before anybody is said to be late.
 */
@ApplicationScoped
class Deadlines {

    private static final String BOOKED_WITHIN = "finding.booked-within";
    private static final String WITHHELD_AFTER = "pool.withheld-after";

    private final BusinessCalendar calendar;
    private final Rulebook rulebook;
    private final Clock clock;

    Deadlines(BusinessCalendar calendar, Rulebook rulebook, Clock clock) {
        this.calendar = calendar;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** What is due later cannot be judged on the day, whatever the rulebook gives. */
    LocalDate lastDueBefore(LocalDate today) {
        return calendar.before(today);
    }

    LocalDate of(LocalDate dueOn) {
        return calendar.onOrAfter(dueOn);
    }

    /**
     * Nobody is late for what was not told: what is opened after its due day is in time on the day it was opened, and what
     * was late, was settled and is owed again on the day of which that was known.
     */
    LocalDate of(Obligation owed) {
        LocalDate openedOn = LocalDate.ofInstant(owed.openedAt(), clock.getZone());
        LocalDate toldOn = Objects.requireNonNullElse(owed.owedAgainOn(), openedOn);
        return of(owed.dueOn().isAfter(toldOn) ? owed.dueOn() : toldOn);
    }

    /** What was opened at this moment or later cannot be judged on the day either. */
    Instant lastOpenedBefore(LocalDate today) {
        return lastDueBefore(today).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    boolean isProvisional(LocalDate deadline) {
        return calendar.isProvisional(deadline);
    }

    /** How many working days a division's accountants have to book what the bank says. */
    int bookedWithin(DivisionCode division, LocalDate today) {
        return rulebook.on(today, BOOKED_WITHIN, division).whole();
    }

    boolean isJudged(LocalDate deadline, int bookedWithin, LocalDate today) {
        return calendar.plus(deadline, bookedWithin).isBefore(today);
    }

    /** By when the money of a pool is passed on. */
    LocalDate ofPool(int fiscalYear, DivisionCode division) {
        return rulebook.on(LocalDate.of(fiscalYear, 1, 1), WITHHELD_AFTER, division)
                .monthDay()
                .atYear(fiscalYear);
    }
}
