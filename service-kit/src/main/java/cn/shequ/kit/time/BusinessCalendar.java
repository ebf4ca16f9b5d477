package cn.shequ.kit.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which days are business days in China: Monday to Friday without the holidays of the State Council's arrangement, and
 * with the weekends it makes working days. A year whose arrangement is not known is <em>provisional</em>: weekends and the
 * statutory holidays with a fixed date in the solar calendar are off, and nothing else.
 *
 * <p>A day by which something is due and that is no business day moves to the next one (Civil Code, Art. 203).
 */
public final class BusinessCalendar {

    /** New Year, Labour Day and National Day; Spring Festival and the other three follow the moon or the sun. */
    private static final Set<MonthDay> FIXED_HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    private record Year(Set<LocalDate> off, Set<LocalDate> working) {}

    private final Map<Integer, Year> known = new HashMap<>();

    /** @param arrangements at most one per year; a later one takes the place of an earlier one */
    public BusinessCalendar(Collection<HolidayArrangement> arrangements) {
        for (HolidayArrangement each : arrangements) {
            known.put(each.year(), new Year(each.daysOff(), new HashSet<>(each.working())));
        }
    }

    public boolean isBusinessDay(LocalDate day) {
        Year year = known.get(day.getYear());
        if (year == null) {
            return !HolidayArrangement.isWeekend(day) && !FIXED_HOLIDAYS.contains(MonthDay.from(day));
        }
        return year.working().contains(day)
                || (!HolidayArrangement.isWeekend(day) && !year.off().contains(day));
    }

    /** Whether the arrangement of the day's year is not known, so that the answer may change. */
    public boolean isProvisional(LocalDate day) {
        return !known.containsKey(day.getYear());
    }

    /** The years whose arrangement is known. */
    public SortedSet<Integer> knownYears() {
        return new TreeSet<>(known.keySet());
    }

    /**
     * How many days from this one on, itself included, lie before the first year that is not known. Where its own is not, it
     * is 0 on the first day after the last known year and one less on each further day; where none before is known, 0.
     */
    public long daysKnownFrom(LocalDate day) {
        SortedSet<Integer> begun = knownYears().headSet(day.getYear() + 1);
        if (begun.isEmpty()) {
            return 0;
        }
        int missing = begun.last() + 1;
        while (known.containsKey(missing)) {
            missing++;
        }
        return ChronoUnit.DAYS.between(day, LocalDate.of(missing, 1, 1));
    }

    /** The day itself, or the next business day where it is none: until then what is due that day is in time. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isBusinessDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /**
     * The last business day before the day. What was due on it or earlier is overdue on the day, and nothing else is:
     * later due days are either business days that have not passed or move to one.
     */
    public LocalDate before(LocalDate day) {
        LocalDate found = day.minusDays(1);
        while (!isBusinessDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** The day that many business days later; the day itself does not count. */
    public LocalDate plus(LocalDate day, int businessDays) {
        requireNotNegative(businessDays);
        LocalDate found = day;
        for (int left = businessDays; left > 0; left--) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** The day that many business days earlier; the day itself does not count. */
    public LocalDate minus(LocalDate day, int businessDays) {
        requireNotNegative(businessDays);
        LocalDate found = day;
        for (int left = businessDays; left > 0; left--) {
            found = before(found);
        }
        return found;
    }

    /** How many business days lie after {@code from} up to and including {@code to}; none when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isBusinessDay(day) ? 1 : 0;
        }
        return days;
    }

    private static void requireNotNegative(int businessDays) {
        if (businessDays < 0) {
            throw new IllegalArgumentException("a number of days is not negative: " + businessDays);
        }
    }
}
