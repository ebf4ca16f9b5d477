package cn.shequ.kit.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.kit.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "22010200000",
                "2201020000000",
                "020102000000",
                "22010200000x",
                "２２０１０２０００００００",
                " 220102000000"
            })
    void whatHasNotTwelveDigitsIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DivisionCode.of(text));
    }

    @Test
    void everyTwelveDigitsThatDoNotBeginWithZeroAreACode() {
        RandomCases.forAll(1_000, random -> {
            String text = Long.toString(random.nextLong(100_000_000_000L, 1_000_000_000_000L));
            assertThat(DivisionCode.of(text)).hasToString(text);
        });
    }
}
