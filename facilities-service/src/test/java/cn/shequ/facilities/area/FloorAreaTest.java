package cn.shequ.facilities.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloorAreaTest {

    @Test
    void an_area_has_two_decimals_however_it_was_written() {
        assertThat(FloorArea.of("300")).hasToString("300.00").isEqualTo(FloorArea.of("300.00"));
        assertThat(new FloorArea(new BigDecimal("3E2"))).hasToString("300.00");
    }

    @Test
    void what_is_no_area_does_not_exist() {
        for (String none : List.of("", "-1", "1.005", "1e3", "1,000", " 1", "01", "10000000", "NaN")) {
            assertThatIllegalArgumentException().as(none).isThrownBy(() -> FloorArea.of(none));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new FloorArea(new BigDecimal("-0.01")));
    }

    @Test
    void nothing_is_missing_where_there_is_enough() {
        assertThat(FloorArea.of("599.99").missingTo(FloorArea.of("600"))).isEqualTo(FloorArea.of("0.01"));
        assertThat(FloorArea.of("600").missingTo(FloorArea.of("600"))).isEqualTo(FloorArea.NONE);
        assertThat(FloorArea.of("601").missingTo(FloorArea.of("600"))).isEqualTo(FloorArea.NONE);
    }
}
