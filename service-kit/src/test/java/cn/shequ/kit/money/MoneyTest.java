package cn.shequ.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1.", ".5", "1.234", "1e3", "+1", "1,000", "01", "--1", " 1", "123456789012345678"})
    void whatIsNoPlainDecimalOfTwoPlacesIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(text));
    }

    @Test
    void thirdDecimalsAreRefusedEvenFromCode() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("0.005")));
    }

    @Test
    void anAmountIsWrittenWithTwoDecimals() {
        assertThat(Money.of("55000")).hasToString("55000.00").isEqualTo(Money.of("55000.0"));
        assertThat(Money.ofFen(-1)).hasToString("-0.01");
    }

    @Test
    void itStandsInJsonAsADecimalString() throws JsonProcessingException {
        JsonMapper json = new JsonMapper();
        assertThat(json.writeValueAsString(Money.of("19910000.00"))).isEqualTo("\"19910000.00\"");
        assertThat(json.readValue("\"0.01\"", Money.class)).isEqualTo(Money.ofFen(1));
    }

    @Test
    void sumsAreExact() {
        assertThat(Money.sum(List.of(Money.of("0.10"), Money.of("0.20"), Money.of("-0.30"))))
                .isEqualTo(Money.ZERO);
        assertThat(Money.of("30000").times(362)).isEqualTo(Money.of("10860000"));
    }
}
