package cn.shequ.funding.balance;

import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.time.KnownDays;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a balance.
 *
 * @param bookedOn what is booked on this day or before
 * @param knownAt what a reader of the log knew at this number; null for everything that is recorded
 */
public record AsOf(LocalDate bookedOn, @Nullable Long knownAt) {

    /**
     * What somebody asks for: today where they name no day.
     *
     * @throws Refusal when the day is none that registers know
     */
    static AsOf asked(@Nullable LocalDate bookedOn, @Nullable Long knownAt, Clock clock) {
        return new AsOf(KnownDays.orToday("bookedOn", bookedOn, clock), knownAt);
    }
}
