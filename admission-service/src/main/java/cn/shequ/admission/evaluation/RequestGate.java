package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import java.time.LocalDate;

/**
 * When a body asks for an item of a year's evaluation: before the end of its first quarter (每年一季度末前, Art. 7), and not
 * for years that are far away, for which nothing is planned yet.
 *
 * @param requestBy the day of the year, the last on which a request is taken
 * @param yearsAhead how many years after the present one requests are taken for
 */
record RequestGate(int year, Rule requestBy, Rule yearsAhead) {

    static final String REQUEST_BY = "evaluation.request-by";
    static final String YEARS_AHEAD = "evaluation.years-ahead";

    LocalDate lastDay() {
        return requestBy.monthDay().atYear(year);
    }

    /** @throws Refusal for that year, when the day has passed or the year is too far ahead */
    void require(LocalDate today) {
        if (today.isAfter(lastDay())) {
            throw Refusal.of(AdmissionProblem.EVALUATION_REQUEST_LATE)
                    .with("year", year)
                    .with("required", lastDay())
                    .with("actual", today)
                    .under(requestBy);
        }
        int lastYear = today.getYear() + yearsAhead.whole();
        if (year > lastYear) {
            throw Refusal.of(AdmissionProblem.EVALUATION_TOO_FAR_AHEAD)
                    .with("required", lastYear)
                    .with("actual", year)
                    .under(yearsAhead);
        }
    }
}
