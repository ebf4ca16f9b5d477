package cn.shequ.localstack.kafka;

import cn.shequ.localstack.Directories;
import cn.shequ.localstack.FreePort;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller, on 127.0.0.1, in this process.
 *
 * <p>Topics keep everything and must be created by name: the events of the suite are a record, and a misspelt
 * topic is an error.
 */
public final class EmbeddedKafka implements KafkaBroker {

    /**
     * @param dataDirectory where records stay, or null for a temporary directory
     * @param port 0 takes a free one
     */
    public record Options(@Nullable Path dataDirectory, int port) {
        public static Options forTests() {
            return new Options(null, 0);
        }
    }

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final @Nullable Path temporaryDirectory;
    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers, @Nullable Path temporaryDirectory) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.temporaryDirectory = temporaryDirectory;
    }

    public static EmbeddedKafka start(Options options) throws IOException {
        Path home = options.dataDirectory();
        Path temporary = null;
        if (home == null) {
            temporary = Files.createTempDirectory("shequ-kafka-");
            home = temporary;
        }
        Files.createDirectories(home);
        formatOnce(home);
        int port = options.port() == 0 ? FreePort.find() : options.port();
        Map<String, String> settings = BrokerSettings.of("127.0.0.1", port, FreePort.find(), home.toString());
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, "127.0.0.1:" + port, temporary);
    }

    private static void formatOnce(Path home) throws IOException {
        if (Files.exists(home.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(home.toString())
                    .setMetadataLogDirectory(home.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) {
            throw new IOException("cannot prepare Kafka's directory " + home, e);
        }
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        if (temporaryDirectory != null) {
            try {
                Directories.delete(temporaryDirectory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
