package cn.shequ.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "EN-us,zh;q=0.5", "fr, en;q=0.8, zh;q=0.2"})
    void english_is_spoken_to_those_who_prefer_it(String header) {
        assertThat(Language.preferredIn(header)).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans-CN, en;q=0.9", "fr", "*", "en;q=0.1, zh-TW", ";;;", "en;q=abc"})
    void everybody_else_is_answered_in_chinese(String header) {
        assertThat(Language.preferredIn(header)).isEqualTo(Language.CHINESE);
    }
}
