package cn.shequ.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TortureOptionsTest {

    @Test
    void options_are_given_with_or_without_an_equals_sign() {
        assertThat(TortureOptions.parse(List.of("--home=/suite", "--rounds", "200", "--seed=3")))
                .isEqualTo(new TortureOptions(Path.of("/suite"), 200, 3));
    }

    @Test
    void five_rounds_when_nothing_is_said() {
        assertThat(TortureOptions.parse(List.of()).rounds()).isEqualTo(5);
    }

    @Test
    void what_is_no_option_is_refused() {
        assertThatThrownBy(() -> TortureOptions.parse(List.of("--round", "3"))).hasMessageContaining("--round");
        assertThatThrownBy(() -> TortureOptions.parse(List.of("--rounds"))).hasMessageContaining("--rounds");
        assertThatThrownBy(() -> TortureOptions.parse(List.of("--rounds=0")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
