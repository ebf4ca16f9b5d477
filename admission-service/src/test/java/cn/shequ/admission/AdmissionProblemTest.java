package cn.shequ.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.cooperation.Functions;
import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.problem.EnumFigures;
import cn.shequ.kit.problem.ProblemTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AdmissionProblemTest {

    @Test
    void everyRefusalIsSaidInBothLanguagesWithTheSameFigures() {
        ProblemTexts.areComplete(AdmissionProblem.class);
    }

    @Test
    void everyConstantThatARefusalNamesHasItsWordInBothLanguages() {
        List<String> named = EnumFigures.of(AdmissionProblem.class).stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> Messages.wordKey((Enum<?>) constant))
                .toList();
        assertThat(named).contains("word.TaskStage.SIGNED", "word.SealUse.Stage.SEALED", "word.DemandKind.LEDGER");
        for (Locale language : List.of(ReaderLanguage.CHINESE, ReaderLanguage.ENGLISH)) {
            assertThat(ProblemTexts.wordKeys(AdmissionProblem.BUNDLE, language))
                    .as(language.toLanguageTag())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void theFunctionsHaveTheNamesOfTheRoster() {
        assertThat(Functions.all()).allSatisfy(function -> {
            assertThat(Messages.word(AdmissionProblem.BUNDLE, ReaderLanguage.CHINESE, function.code()))
                    .isEqualTo(function.nameZh());
            assertThat(Messages.word(AdmissionProblem.BUNDLE, ReaderLanguage.ENGLISH, function.code()))
                    .isEqualToIgnoringCase(function.nameEn());
        });
    }
}
