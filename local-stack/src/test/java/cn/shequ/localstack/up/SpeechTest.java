package cn.shequ.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeechTest {

    @Test
    void the_language_is_the_one_the_environment_names_first() {
        assertThat(Speech.isChinese(Map.of("LANG", "zh_CN.UTF-8"))).isTrue();
        assertThat(Speech.isChinese(Map.of("LANG", "ZH_TW"))).isTrue();
        assertThat(Speech.isChinese(Map.of("LANG", "en_GB.UTF-8"))).isFalse();
        assertThat(Speech.isChinese(Map.of())).isFalse();
        assertThat(Speech.isChinese(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C")))
                .isFalse();
        assertThat(Speech.isChinese(Map.of("LANG", "C", "LC_MESSAGES", "zh_CN")))
                .isTrue();
        assertThat(Speech.isChinese(Map.of("LANG", "zh_CN", "LC_ALL", ""))).isTrue();
    }

    @Test
    void a_reader_gets_one_of_the_two_sentences() {
        Told told = new Told();
        told.inChinese().say("就绪", "ready");
        told.inEnglish().say("就绪", "ready");
        assertThat(told.text().lines()).containsExactly("就绪", "ready");
    }
}
