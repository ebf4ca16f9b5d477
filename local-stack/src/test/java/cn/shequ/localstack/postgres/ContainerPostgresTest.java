package cn.shequ.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.container.Traces;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "SHEQU_INFRA", matches = "containers")
class ContainerPostgresTest extends PostgresServerContract {

    @Override
    PostgresServer start() throws Exception {
        return ContainerPostgres.start(0, Sizing.TESTS);
    }

    @Test
    void data_outlive_a_killed_container_and_nothing_outlives_a_closed_one() throws Exception {
        Traces traces;
        try (ContainerPostgres server = ContainerPostgres.start(0, Sizing.NOTEBOOK)) {
            traces = Traces.of(server.container());
            assertThat(traces.addresses()).containsExactly("127.0.0.1");
            Databases kept = server.databases();
            assertDurability(kept, "on");
            kept.ensure("facilities");
            try (Connection owner = kept.asOwner("facilities")) {
                run(owner, "CREATE TABLE premises AS SELECT '220102001001' AS code");
            }
            server.container().kill();
            assertThatThrownBy(() -> kept.asOwner("facilities")).isInstanceOf(SQLException.class);
            server.container().restart();
            try (Connection owner = kept.asOwner("facilities")) {
                assertThat(one(owner, "SELECT code FROM premises")).isEqualTo("220102001001");
            }
        }
        traces.assertGone();
    }
}
