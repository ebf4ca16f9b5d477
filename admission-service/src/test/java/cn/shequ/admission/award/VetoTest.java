package cn.shequ.admission.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.events.admission.AwardKind;
import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
class VetoTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 19);
    private static final LocalDate LAST = LocalDate.of(2027, 4, 18);
    private static final Nominee BODY = new Nominee("220106001000");

    private static Veto veto(@Nullable LocalDate liftedOn) {
        return new Veto(UUID.randomUUID(), UUID.randomUUID(), BODY, FIRST, LAST, "veto.lasts@1", liftedOn);
    }

    private static Award award(LocalDate nominatedOn, @Nullable LocalDate grantedOn) {
        return new Award(
                UUID.randomUUID(),
                AwardKind.COMMENDATION,
                DivisionCode.of("220106000000"),
                2026,
                "先进集体",
                BODY,
                DivisionCode.of(BODY.value()),
                "x",
                grantedOn == null ? AwardStage.NOMINATED : AwardStage.GRANTED,
                "office",
                nominatedOn,
                grantedOn,
                null,
                null,
                null,
                null);
    }

    @Test
    void itIsInForceFromItsFirstDayToItsLastBothIncluded() {
        assertThat(veto(null).isInForceOn(FIRST.minusDays(1))).isFalse();
        assertThat(veto(null).isInForceOn(FIRST)).isTrue();
        assertThat(veto(null).isInForceOn(LAST)).isTrue();
        assertThat(veto(null).isInForceOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void itEndsTheDayBeforeItIsLifted() {
        LocalDate lifted = FIRST.plusDays(30);
        assertThat(veto(lifted).isInForceOn(lifted.minusDays(1))).isTrue();
        assertThat(veto(lifted).isInForceOn(lifted)).isFalse();
        assertThat(veto(FIRST).isInForceOn(FIRST)).isFalse();
    }

    @Test
    void itEndsWhatIsNotDecidedAndWhatWasGivenWhileItWasInForce() {
        assertThat(veto(null).ends(award(FIRST.minusDays(60), null))).isTrue();
        assertThat(veto(null).ends(award(LAST, null))).isTrue();
        assertThat(veto(null).ends(award(LAST.plusDays(1), null))).isFalse();
        assertThat(veto(null).ends(award(FIRST.minusDays(60), FIRST))).isTrue();
        assertThat(veto(null).ends(award(FIRST.minusDays(60), FIRST.minusDays(1))))
                .isFalse();
        assertThat(veto(null).ends(award(LAST, LAST.plusDays(1)))).isFalse();
    }
}
