package cn.shequ.admission.evaluation;

import cn.shequ.kit.problem.FieldError;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days on which communities are visited, both included. */
@Schema(examples = "{\"from\":\"2027-05-10\",\"to\":\"2027-06-30\"}")
public record EvaluationWindow(
        @NotNull LocalDate from, @NotNull LocalDate to) {

    /** What is wrong with it as the schedule of a year. */
    List<FieldError> findings(int year) {
        List<FieldError> findings = new ArrayList<>();
        requireIn(year, "from", from, findings);
        requireIn(year, "to", to, findings);
        if (to.isBefore(from)) {
            findings.add(FieldError.of("to", "date-order"));
        }
        return findings;
    }

    private static void requireIn(int year, String field, LocalDate day, List<FieldError> findings) {
        if (day.getYear() != year) {
            findings.add(FieldError.of(
                    field,
                    "out-of-range",
                    Map.of("least", LocalDate.of(year, 1, 1), "most", LocalDate.of(year, 12, 31))));
        }
    }
}
