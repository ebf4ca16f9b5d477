package cn.shequ.admission.burden;

import java.time.LocalDate;
import java.time.Month;

/** How often a form or ledger is filled in, by the calendar. */
public enum Frequency {
    ONCE,
    YEARLY,
    HALF_YEARLY,
    QUARTERLY,
    MONTHLY;

    /** The first day of the period that the day lies in; what is asked for once has one period. */
    LocalDate periodOf(LocalDate day, LocalDate firstDay) {
        return switch (this) {
            case ONCE -> firstDay;
            case YEARLY -> day.withDayOfYear(1);
            case HALF_YEARLY -> monthOf(day, day.getMonthValue() <= 6 ? Month.JANUARY : Month.JULY);
            case QUARTERLY -> monthOf(day, day.getMonth().firstMonthOfQuarter());
            case MONTHLY -> day.withDayOfMonth(1);
        };
    }

    private static LocalDate monthOf(LocalDate day, Month month) {
        return LocalDate.of(day.getYear(), month, 1);
    }
}
