package cn.shequ.admission.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-7")
class UnifiedEvaluationTest {

    private static final LocalDate FROM = LocalDate.of(2027, 5, 10);
    private static final LocalDate TO = LocalDate.of(2027, 6, 30);

    private static UnifiedEvaluation scheduled(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new UnifiedEvaluation(DivisionCode.of("220104000000"), 2027, LocalDate.of(2027, 1, 20), from, to, 0);
    }

    private static void refused(
            AdmissionProblem problem, UnifiedEvaluation evaluation, LocalDate day, LocalDate today) {
        assertThatThrownBy(() -> evaluation.requireVisitable(day, today))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }

    @Test
    void theFirstAndTheLastDayOfTheScheduleAreVisited() {
        assertThatCode(() -> {
                    scheduled(FROM, TO).requireVisitable(FROM, FROM);
                    scheduled(FROM, TO).requireVisitable(TO, FROM);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void noDayBeforeOrAfterItIs() {
        LocalDate today = LocalDate.of(2027, 2, 1);
        refused(AdmissionProblem.VISIT_OUTSIDE_SCHEDULE, scheduled(FROM, TO), FROM.minusDays(1), today);
        refused(AdmissionProblem.VISIT_OUTSIDE_SCHEDULE, scheduled(FROM, TO), TO.plusDays(1), today);
    }

    @Test
    void noVisitIsPlannedForADayThatIsOver() {
        refused(AdmissionProblem.VISIT_OUTSIDE_SCHEDULE, scheduled(FROM, TO), FROM, FROM.plusDays(1));
    }

    @Test
    void noVisitIsPlannedWithoutASchedule() {
        refused(AdmissionProblem.EVALUATION_NOT_SCHEDULED, scheduled(null, null), FROM, FROM);
    }

    @Test
    void aScheduleLiesInItsYear() {
        assertThat(new EvaluationWindow(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)).findings(2027))
                .isEmpty();
        assertThat(new EvaluationWindow(LocalDate.of(2026, 12, 31), LocalDate.of(2028, 1, 1)).findings(2027))
                .extracting(FieldError::field)
                .containsExactly("from", "to");
        assertThat(new EvaluationWindow(TO, FROM).findings(2027))
                .extracting(FieldError::code)
                .containsExactly("date-order");
    }
}
