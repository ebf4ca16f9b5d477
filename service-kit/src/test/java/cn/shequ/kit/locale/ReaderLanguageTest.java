package cn.shequ.kit.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|zh-CN",
                "''|zh-CN",
                "en|en",
                "en-GB,en;q=0.8|en",
                "zh-CN,zh;q=0.9,en;q=0.8|zh-CN",
                "fr,en;q=0.5|en",
                "en;q=0.1,zh;q=0.9|zh-CN",
                "ja|zh-CN",
                "!!nonsense;;q=x|zh-CN"
            })
    void theReaderGetsTheBetterOfTheTwoLanguages(String header, String language) {
        assertThat(ReaderLanguage.of(header).toLanguageTag()).isEqualTo(language);
    }
}
