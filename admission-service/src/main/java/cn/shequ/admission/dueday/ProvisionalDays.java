package cn.shequ.admission.dueday;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Matters of one kind, as far as their days are provisional. */
public interface ProvisionalDays {

    /** How the days of a kind are counted. */
    enum Counting {
        BUSINESS_DAYS,
        /** Days of the calendar, and on to the next business day where the last one is none. */
        CALENDAR_DAYS
    }

    Counting counting();

    /** Some whose first provisional day lies in one of the years, locked; what another instance counts is left to it. */
    List<Provisional> lockSome(Collection<Integer> years);

    /** @param days as many as the matter has rules */
    void put(UUID id, List<DueDay> days);
}
