package cn.shequ.admission.organisation;

import static cn.shequ.admission.organisation.Incubation.Outcome.ENDED;
import static cn.shequ.admission.organisation.Incubation.Outcome.GRADUATED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-24")
class IncubationTest {

    private static final LocalDate LAST = LocalDate.of(2027, 2, 28);

    private static final Incubation TAKEN_IN = Incubation.of(
            new UUID(0, 1), new NewIncubation("孵化基地", Money.ZERO, "场地", LocalDate.of(2026, 3, 1), LAST), "office");

    @Test
    void itRunsUpToItsLastDayAndIsOverOnTheNext() {
        assertThat(TAKEN_IN.on(LAST).state()).isEqualTo(IncubationState.RUNNING);
        assertThat(TAKEN_IN.on(LAST.plusDays(1)).state()).isEqualTo(IncubationState.ENDED);
    }

    @Test
    void whoeverIsRegisteredOnItsLastDayGraduatesAndNobodyAfterIt() {
        Incubation graduated = TAKEN_IN.concluded(GRADUATED, LAST);
        assertThat(graduated.concludedOn()).isEqualTo(LAST);
        assertThat(graduated.on(LAST.plusYears(1)).state()).isEqualTo(IncubationState.GRADUATED);

        Incubation late = TAKEN_IN.concluded(GRADUATED, LAST.plusDays(1));
        assertThat(late.concludedOn()).isEqualTo(LAST);
        assertThat(late.on(LAST.plusDays(1)).state()).isEqualTo(IncubationState.ENDED);
    }

    @Test
    void whatIsDeclinedBeforeItsLastDayHasEnded() {
        Incubation declined = TAKEN_IN.concluded(ENDED, LAST.minusDays(1));
        assertThat(declined.concludedOn()).isEqualTo(LAST.minusDays(1));
        assertThat(declined.on(LAST.minusDays(1)).state()).isEqualTo(IncubationState.ENDED);
    }
}
