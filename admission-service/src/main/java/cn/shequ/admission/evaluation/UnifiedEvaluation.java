package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one evaluation of a division and year, into which everything approved is merged (统一考评, Art. 7).
 *
 * @param openedOn when its first item was approved
 * @param windowFrom the first day on which communities are visited; null until the office has set the schedule
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnifiedEvaluation(
        DivisionCode division,
        int year,
        LocalDate openedOn,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        @JsonIgnore int version) {

    /** @throws Refusal when there is no schedule, or the day is not in it or over */
    void requireVisitable(LocalDate day, LocalDate today) {
        if (windowFrom == null || windowTo == null) {
            throw Refusal.of(AdmissionProblem.EVALUATION_NOT_SCHEDULED).with("year", year);
        }
        LocalDate first = windowFrom.isBefore(today) ? today : windowFrom;
        if (day.isBefore(first) || day.isAfter(windowTo)) {
            throw Refusal.of(AdmissionProblem.VISIT_OUTSIDE_SCHEDULE)
                    .with("from", first)
                    .with("to", windowTo)
                    .with("actual", day);
        }
    }
}
