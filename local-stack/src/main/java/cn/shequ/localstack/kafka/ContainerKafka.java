package cn.shequ.localstack.kafka;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.container.LoopbackContainer;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.containers.GenericContainer;

/** The official image of Kafka, in a container with its data. */
public final class ContainerKafka implements KafkaBroker {

    private static final int CONTROLLER_PORT = 9093;
    private static final String DATA = "/var/lib/kafka/data";
    private static final int ANSWER_MILLIS = 10_000;

    private final LoopbackContainer container;
    private final int port;

    private ContainerKafka(LoopbackContainer container, int port) {
        this.container = container;
        this.port = port;
    }

    /** @param wanted the port; 0 takes a free one */
    public static ContainerKafka start(int wanted) throws IOException {
        int port = wanted == 0 ? FreePort.find() : wanted;
        GenericContainer<?> image = new GenericContainer<>("apache/kafka:" + AppInfoParser.getVersion())
                .withEnv("KAFKA_HEAP_OPTS", "-Xms64m -Xmx256m")
                // Most of a start is compiling.
                .withEnv("KAFKA_OPTS", "-XX:TieredStopAtLevel=1")
                .withEnv(environment(port));
        // The broker also speaks to itself at the address that it tells its clients: inside, it has the same port.
        return new ContainerKafka(LoopbackContainer.start(image, port, port, () -> requireBroker(port)), port);
    }

    /** The image reads each setting from a variable of its name. */
    private static Map<String, String> environment(int port) {
        return BrokerSettings.of("0.0.0.0", port, CONTROLLER_PORT, DATA).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> "KAFKA_"
                                + setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                        Map.Entry::getValue));
    }

    /** After a crash it listens before its controller lets it take part again. */
    private static void requireBroker(int port) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "default.api.timeout.ms",
                ANSWER_MILLIS,
                "request.timeout.ms",
                ANSWER_MILLIS,
                // There is one broker to ask, however often it does not answer.
                "metadata.recovery.strategy",
                "none");
        try (Admin admin = Admin.create(settings)) {
            if (admin.describeCluster()
                    .nodes()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty()) {
                throw new IOException("the broker does not take part yet");
            }
        }
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** For tests that kill it. */
    public LoopbackContainer container() {
        return container;
    }

    @Override
    public void close() {
        container.close();
    }
}
