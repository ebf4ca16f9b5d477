package cn.shequ.admission.dueday;

import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Counts days by the holidays that are announced, and says of which day's year they are not. */
@ApplicationScoped
public class DueDays {

    private final BusinessCalendar calendar;
    private final Rulebook rulebook;

    DueDays(BusinessCalendar calendar, Rulebook rulebook) {
        this.calendar = calendar;
        this.rulebook = rulebook;
    }

    /** The day that many business days later. */
    public DueDay after(LocalDate day, int businessDays) {
        return of(calendar.plus(day, businessDays));
    }

    /** The day itself, or the next business day where it is none. */
    public DueDay onOrAfter(LocalDate day) {
        return of(calendar.onOrAfter(day));
    }

    boolean isAnnounced(LocalDate day) {
        return !calendar.isProvisional(day);
    }

    private DueDay of(LocalDate day) {
        return new DueDay(day, calendar.isProvisional(day));
    }

    /** Counts some anew whose year was announced meanwhile; false when there are none. */
    boolean countSomeAnew(ProvisionalDays register) {
        List<Provisional> found = register.lockSome(calendar.knownYears());
        found.forEach(matter -> register.put(matter.id(), anew(matter, register.counting())));
        return !found.isEmpty();
    }

    private List<DueDay> anew(Provisional matter, ProvisionalDays.Counting counting) {
        List<DueDay> days = new ArrayList<>();
        LocalDate since = matter.since();
        for (String reference : matter.rules()) {
            Rule within = rulebook.row(reference, matter.enteredOn(), matter.division());
            DueDay day =
                    switch (counting) {
                        case BUSINESS_DAYS -> after(since, within.whole());
                        case CALENDAR_DAYS -> onOrAfter(since.plusDays(within.whole()));
                    };
            days.add(day);
            since = day.day();
        }
        return days;
    }
}
