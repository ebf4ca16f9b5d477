package cn.shequ.admission.burden;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.problem.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroundlessDemandTest {

    @ParameterizedTest
    @EnumSource
    void itsTextsNameNoArticleThatItsGroundsDoNotRestOn(DemandGrounds grounds) {
        GroundlessDemand code = new GroundlessDemand(grounds);
        for (Locale language : List.of(ReaderLanguage.CHINESE, ReaderLanguage.ENGLISH)) {
            assertThat(ProblemTexts.articles(code, language))
                    .as("%s in %s", grounds, language)
                    .isNotEmpty()
                    .isSubsetOf(code.articles());
        }
    }
}
