package cn.shequ.funding.ledger.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.TreeSet;

/** On which days the ledger takes anything: days that have come, since it began, in months that are open. */
final class Days {

    final LocalDate today;
    final NavigableSet<YearMonth> closed = new TreeSet<>();
    LocalDate begun = LocalDate.MIN;

    Days(LocalDate today) {
        this.today = today;
    }

    void require(LocalDate day) {
        Refused.when(day.isAfter(today), "booked-in-future");
        Refused.when(day.isBefore(begun), "booked-too-early");
        Refused.when(!closed.isEmpty() && !YearMonth.from(day).isAfter(closed.last()), "period-closed");
    }
}
