package cn.shequ.kit.time;

import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** The days that registers know: from the year of the policy on, as far as a date has four digits for its year. */
public final class KnownDays {

    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private KnownDays() {}

    /** The day itself; any other is refused as the wrong field that it is. */
    public static LocalDate require(String field, LocalDate day) {
        return requireFrom(FIRST, field, day);
    }

    /** The day itself, from a first one on. */
    public static LocalDate requireFrom(LocalDate first, String field, LocalDate day) {
        if (day.isBefore(first) || day.isAfter(LAST)) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of(field, "out-of-range", Map.of("least", first, "most", LAST)));
        }
        return day;
    }
}
