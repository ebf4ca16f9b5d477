package cn.shequ.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.container.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "SHEQU_INFRA", matches = "containers")
class ContainerKafkaTest extends KafkaBrokerContract {

    @Override
    KafkaBroker start() throws Exception {
        return ContainerKafka.start(0);
    }

    @Test
    void records_outlive_a_killed_container_and_nothing_outlives_a_closed_one() throws Exception {
        Traces traces;
        try (ContainerKafka broker = ContainerKafka.start(0)) {
            traces = Traces.of(broker.container());
            assertThat(traces.addresses()).containsExactly("127.0.0.1");
            keep(broker, "workforce.events", "kept");
            broker.container().kill();
            broker.container().restart();
            assertThat(read(broker, "workforce.events", 1)).containsExactly("kept");
        }
        traces.assertGone();
    }
}
