package cn.shequ.admission.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.territory.Territory.CodeOnDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-5")
class AdmissionAnswersTest {

    private static final CreditCode BODY = CreditCode.of("11220102DEM000014K");
    private static final DivisionCode COMMUNITY = DivisionCode.of("220102001001");
    private static final String MATTER = "PUBLIC_HEALTH";
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    /** What is at hand may be another one each time it is asked for: a payment came in between. */
    private static final class Changing implements FactSource, Facts {

        private final Deque<List<AdmittedTask>> admitted;

        private Changing(AdmittedTask first, AdmittedTask second) {
            this.admitted = new ArrayDeque<>(List.of(List.of(first), List.of(second)));
        }

        @Override
        public Facts atHand() {
            return this;
        }

        @Override
        public List<AdmittedTask> now(Subject subject) {
            return admitted.removeFirst();
        }

        @Override
        public Duties duties(String matter) {
            throw new NotRemembered();
        }

        @Override
        public boolean isKnown(CodeOnDay code) {
            throw new NotRemembered();
        }

        @Override
        public List<AdmittedTask> then(Question question) {
            throw new NotRemembered();
        }

        @Override
        public Map<Subject, List<AdmittedTask>> now(Set<Subject> subjects) {
            throw new NotRemembered();
        }

        @Override
        public Map<String, Duties> duties(Set<String> matters) {
            throw new NotRemembered();
        }

        @Override
        public Map<CodeOnDay, Boolean> known(Set<CodeOnDay> codes) {
            throw new NotRemembered();
        }

        @Override
        public Map<Question, List<AdmittedTask>> then(List<Question> questions) {
            throw new NotRemembered();
        }
    }

    @Test
    void an_answer_rests_on_what_was_at_hand_at_one_moment() {
        Changing changing =
                new Changing(standing(PlacementStage.AWAITING_FUNDS, true), standing(PlacementStage.ACTIVE, false));

        AdmissionCheck answer = new AdmissionAnswers(changing, CLOCK)
                .answerAtHand(new AskedCheck(BODY.value(), COMMUNITY.value(), MATTER, null), ReaderLanguage.ENGLISH)
                .orElseThrow();

        assertThat(answer.permitted()).isFalse();
        assertThat(answer.reasons().getFirst().amountsDue())
                .extracting(AmountDue::amountDue)
                .containsExactly(Money.of("100.00"));
    }

    private static AdmittedTask standing(PlacementStage stage, boolean owed) {
        UUID placement = UUID.randomUUID();
        return new AdmittedTask(
                placement,
                UUID.randomUUID(),
                BODY,
                "卫生健康局",
                MATTER,
                "体检",
                "通知",
                "老人",
                "登记",
                TODAY,
                TODAY.plusYears(1),
                stage,
                null,
                null,
                null,
                owed ? new AmountDue(placement, 2026, Money.of("100.00"), TODAY) : null);
    }
}
