package cn.shequ.kit.time;

import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days that registers know: from the year of the policy on, as far as a date has four digits for its year. */
public final class KnownDays {

    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private KnownDays() {}

    /** The day itself; any other is refused as the wrong field that it is. */
    public static LocalDate require(String field, LocalDate day) {
        return requireFrom(FIRST, field, day);
    }

    /** The day that is asked about: today where none is named. */
    public static LocalDate orToday(String field, @Nullable LocalDate day, Clock clock) {
        return day == null ? LocalDate.now(clock) : require(field, day);
    }

    /** What is wrong with the day, for whoever names every wrong field at once. */
    public static Optional<FieldError> wrong(String field, LocalDate day) {
        return wrong(FIRST, field, day);
    }

    /** The day itself, from a first one on. */
    public static LocalDate requireFrom(LocalDate first, String field, LocalDate day) {
        wrong(first, field, day).ifPresent(error -> {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(error);
        });
        return day;
    }

    private static Optional<FieldError> wrong(LocalDate first, String field, LocalDate day) {
        return day.isBefore(first) || day.isAfter(LAST)
                ? Optional.of(FieldError.of(field, "out-of-range", Map.of("least", first, "most", LAST)))
                : Optional.empty();
    }
}
