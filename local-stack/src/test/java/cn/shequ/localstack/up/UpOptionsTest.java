package cn.shequ.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.Infrastructure.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

    @Test
    void without_a_word_everything_has_its_usual_place() throws Exception {
        UpOptions options = UpOptions.parse(List.of("--home=/src"), Map.of());
        assertThat(options.data()).isEqualTo(Path.of("/src/data"));
        assertThat(options.purpose()).isEqualTo(UpOptions.Purpose.STAY);
        assertThat(options.servicePorts())
                .isEqualTo(Map.of(
                        SuiteService.GATEWAY, 8080,
                        SuiteService.FACILITIES, 8081,
                        SuiteService.FUNDING, 8082,
                        SuiteService.ADMISSION, 8083,
                        SuiteService.WORKFORCE, 8084));
        assertThat(options.partPorts()).isEqualTo(Map.of(Part.ISSUER, 8180, Part.POSTGRES, 5433, Part.KAFKA, 9093));
    }

    @Test
    void the_environment_moves_each_process_to_another_port() throws Exception {
        UpOptions options =
                UpOptions.parse(List.of(), Map.of("SHEQU_GATEWAY_PORT", "9000", "SHEQU_POSTGRES_PORT", "15433"));
        assertThat(options.servicePorts()).containsEntry(SuiteService.GATEWAY, 9000);
        assertThat(options.partPorts()).containsEntry(Part.POSTGRES, 15433);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", "999999"})
    void a_port_that_is_none_is_refused_by_name(String port) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(), Map.of("SHEQU_KAFKA_PORT", port)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SHEQU_KAFKA_PORT=" + port);
    }

    @Test
    void training_takes_no_port_of_the_suite() throws Exception {
        UpOptions options = UpOptions.parse(List.of("--train"), Map.of("SHEQU_GATEWAY_PORT", "9000"));
        assertThat(options.servicePorts().values()).doesNotContain(9000, 8081, 8082, 8083, 8084);
        assertThat(options.partPorts().values()).doesNotContain(8180, 5433, 9093);
    }

    @Test
    void options_that_do_not_exist_or_exclude_each_other_are_refused() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--twice"), Map.of())).hasMessageContaining("--twice");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--once", "--empty"), Map.of()))
                .isInstanceOf(CannotStart.class);
    }
}
