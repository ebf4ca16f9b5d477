package cn.shequ.admission.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.locale.ReaderLanguage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
}
