package cn.shequ.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.problem.EnumFigures;
import cn.shequ.kit.problem.ProblemTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionProblemTest {

    private static final List<Locale> LANGUAGES = List.of(ReaderLanguage.CHINESE, ReaderLanguage.ENGLISH);

    @Test
    void everyRefusalIsSaidInBothLanguagesWithTheSameFigures() {
        ProblemTexts.areComplete(AdmissionProblem.class);
    }

    @Test
    void theTextsNameTheArticlesThatTheRefusalRestsOn() {
        for (AdmissionProblem code : AdmissionProblem.values()) {
            for (Locale language : LANGUAGES) {
                assertThat(ProblemTexts.articles(code, language))
                        .as("%s in %s", code, language)
                        .containsExactlyInAnyOrderElementsOf(code.articles());
            }
        }
    }

    @Test
    void theTextsOfFieldsNameTheSameArticlesInBothLanguages() {
        Map<String, Set<Integer>> named =
                ProblemTexts.articlesOfFields(AdmissionProblem.BUNDLE, ReaderLanguage.CHINESE);
        assertThat(named)
                .containsEntry("names-a-domain", Set.of(4))
                .isEqualTo(ProblemTexts.articlesOfFields(AdmissionProblem.BUNDLE, ReaderLanguage.ENGLISH));
        for (AdmissionProblem code : AdmissionProblem.values()) {
            assertThat(code.articles()).as(code.code()).containsAll(named.getOrDefault(code.code(), Set.of()));
        }
    }

    @Test
    void everyConstantThatARefusalNamesHasItsWordInBothLanguages() {
        List<String> named = EnumFigures.of(AdmissionProblem.class).stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> Messages.wordKey((Enum<?>) constant))
                .toList();
        assertThat(named).contains("word.TaskStage.SIGNED", "word.SealUse.Stage.SEALED", "word.DemandKind.LEDGER");
        for (Locale language : LANGUAGES) {
            assertThat(ProblemTexts.wordKeys(AdmissionProblem.BUNDLE, language))
                    .as(language.toLanguageTag())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }
}
