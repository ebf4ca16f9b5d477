package cn.shequ.kit.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days off and the make-up working days of one year, as the General Office of the State Council announces them each
 * autumn (部分节假日安排).
 *
 * @param notice the title of the announcement
 * @param off days or spans of days, {@code 2026-02-15/2026-02-23}, both ends included
 * @param working Saturdays and Sundays on which people work
 */
public record HolidayArrangement(int year, String notice, List<String> off, List<LocalDate> working) {

    /** @throws IllegalArgumentException when a day lies in another year, is named twice, or is no weekend worked */
    public HolidayArrangement {
        off = List.copyOf(off);
        working = List.copyOf(working);
        Set<LocalDate> daysOff = days(off);
        for (LocalDate day : daysOff) {
            require(day.getYear() == year, day, "lies outside " + year);
        }
        for (LocalDate day : working) {
            require(day.getYear() == year, day, "lies outside " + year);
            require(isWeekend(day), day, "is worked anyhow: only a Saturday or Sunday is made up for");
            require(!daysOff.contains(day), day, "cannot be off and worked");
        }
    }

    Set<LocalDate> daysOff() {
        return days(off);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Every day that is off, in order. */
    private static Set<LocalDate> days(List<String> spans) {
        Set<LocalDate> days = new TreeSet<>();
        for (String span : spans) {
            String[] ends = span.split("/", -1);
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            require(ends.length <= 2 && !last.isBefore(first), first, "begins no span of days: " + span);
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                require(days.add(day), day, "is named twice");
            }
        }
        return days;
    }

    private static void require(boolean holds, LocalDate day, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(day + " " + otherwise);
        }
    }
}
