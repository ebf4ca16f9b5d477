package cn.shequ.admission;

import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.time.KnownDays;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days over which a register is counted: less than a year at once.
 *
 * @param from the first day
 * @param to the last day
 */
public record CountedPeriod(LocalDate from, LocalDate to) {

    /**
     * @param from the first of the present month when left out
     * @param to the last of the month of {@code from} when left out
     * @throws Refusal when it is a year or more, or none
     */
    public static CountedPeriod of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate first = from == null ? today.withDayOfMonth(1) : KnownDays.require("from", from);
        LocalDate last = to == null ? first.with(TemporalAdjusters.lastDayOfMonth()) : to;
        if (last.isBefore(first) || !last.isBefore(first.plusYears(1))) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of(
                            "to",
                            "out-of-range",
                            Map.of("least", first, "most", first.plusYears(1).minusDays(1))));
        }
        return new CountedPeriod(first, last);
    }
}
