package cn.shequ.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.kafka.EmbeddedKafka.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest extends KafkaBrokerContract {

    @Override
    KafkaBroker start() throws Exception {
        return EmbeddedKafka.start(Options.forTests());
    }

    @Test
    void records_outlive_a_restart(@TempDir Path data) throws Exception {
        Options options = new Options(data, FreePort.find());
        try (EmbeddedKafka first = EmbeddedKafka.start(options)) {
            keep(first, "workforce.events", "kept");
        }
        try (EmbeddedKafka second = EmbeddedKafka.start(options)) {
            assertThat(second.bootstrapServers()).isEqualTo("127.0.0.1:" + options.port());
            assertThat(read(second, "workforce.events", 1)).containsExactly("kept");
        }
    }
}
