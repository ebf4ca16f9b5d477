package cn.shequ.admission.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckTextsTest {

    private static Question question(boolean past) {
        return new Question(
                CreditCode.of("11220102DEM000014K"),
                DivisionCode.of("220102001001"),
                "PUBLIC_HEALTH",
                LocalDate.of(2026, 4, 1),
                past);
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void everyReasonIsSaidInBothLanguages(ReasonCode code) {
        for (Locale language : List.of(ReaderLanguage.CHINESE, ReaderLanguage.ENGLISH)) {
            Verdict verdict = new Verdict(List.of(code), List.of(), null, null);
            for (boolean past : List.of(true, false)) {
                assertThat(CheckTexts.text(code, verdict, question(past), List.of(), language))
                        .isNotBlank();
            }
        }
    }

    @Test
    void whatIsDueIsSaidInOneSum() {
        List<AmountDue> due = Stream.of("100.00", "200.50")
                .map(amount -> new AmountDue(UUID.randomUUID(), 2026, Money.of(amount), LocalDate.of(2026, 4, 1)))
                .toList();
        Verdict verdict = new Verdict(List.of(ReasonCode.FUNDS_NOT_PAID), List.of(), null, null);
        assertThat(CheckTexts.text(ReasonCode.FUNDS_NOT_PAID, verdict, question(false), due, ReaderLanguage.ENGLISH))
                .contains("CNY 300.50");
        assertThat(CheckTexts.text(ReasonCode.FUNDS_NOT_PAID, verdict, question(false), due, ReaderLanguage.CHINESE))
                .contains("300.50元");
    }
}
