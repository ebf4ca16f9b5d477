package cn.shequ.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.postgres.Sizing;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void tests_are_embedded_unless_containers_are_asked_for() {
        assertThat(Source.of(null)).isEqualTo(Source.EMBEDDED);
        assertThat(Source.of("")).isEqualTo(Source.EMBEDDED);
        assertThat(Source.of("embedded")).isEqualTo(Source.EMBEDDED);
        assertThat(Source.of("containers")).isEqualTo(Source.CONTAINERS);
    }

    @Test
    void a_misspelt_wish_is_not_taken_for_the_other() {
        assertThatThrownBy(() -> Source.of("container"))
                .hasMessage("SHEQU_INFRA is embedded or containers, not container");
    }

    @Test
    void infrastructure_in_its_own_process_is_told_where_to_come_from() {
        for (Source source : Source.values()) {
            Options options = new Options(
                    Set.of(Part.KAFKA),
                    Path.of("data").toAbsolutePath(),
                    Map.of(Part.KAFKA, 10_001),
                    Sizing.NOTEBOOK,
                    source);
            assertThat(InfrastructureArguments.parse(InfrastructureArguments.of(options)))
                    .isEqualTo(options);
        }
    }
}
