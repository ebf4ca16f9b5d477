package cn.shequ.funding.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A period that is disclosed, both days included: the calendar year cut into equal parts. */
public record Period(LocalDate from, LocalDate to) {

    private static final int MONTHS_OF_YEAR = 12;

    /** @param months how long a period is; a divisor of twelve */
    static Period containing(LocalDate day, int months) {
        if (months < 1 || MONTHS_OF_YEAR % months != 0) {
            throw new IllegalArgumentException("a year has no periods of " + months + " months");
        }
        int first = (day.getMonthValue() - 1) / months * months + 1;
        LocalDate from = LocalDate.of(day.getYear(), first, 1);
        return new Period(from, from.plusMonths(months).minusDays(1));
    }

    /** The last period that is to be public on a day: its accounts had so many days to be completed. */
    static Period lastPublicOn(LocalDate today, int months, int daysAfter) {
        LocalDate first =
                containing(today.minusDays(daysAfter).plusDays(1), months).from();
        return containing(first.minusDays(1), months);
    }

    /** All periods from the one that has the day up to this one; none when the day lies after it. */
    List<Period> since(LocalDate day, int months) {
        if (day.isAfter(to)) {
            return List.of();
        }
        return Stream.iterate(
                        containing(day, months),
                        period -> !period.from.isAfter(from),
                        period -> containing(period.to.plusDays(1), months))
                .toList();
    }
}
