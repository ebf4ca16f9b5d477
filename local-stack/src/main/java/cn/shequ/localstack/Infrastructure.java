package cn.shequ.localstack;

import cn.shequ.localstack.issuer.LocalIssuer;
import cn.shequ.localstack.kafka.ContainerKafka;
import cn.shequ.localstack.kafka.EmbeddedKafka;
import cn.shequ.localstack.kafka.KafkaBroker;
import cn.shequ.localstack.postgres.ContainerPostgres;
import cn.shequ.localstack.postgres.EmbeddedPostgres;
import cn.shequ.localstack.postgres.PostgresServer;
import cn.shequ.localstack.postgres.Sizing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka and the issuer, started together in this process and stopped together. */
public final class Infrastructure implements AutoCloseable {

    /** What can run; a test that kills one of them runs it in a process of its own. */
    public enum Part {
        POSTGRES,
        KAFKA,
        ISSUER
    }

    /**
     * @param dataDirectory where everything is kept
     * @param ports by part; a part that is missing here gets a free port
     */
    public record Options(Set<Part> parts, Path dataDirectory, Map<Part, Integer> ports, Sizing sizing, Source source) {
        public Options {
            parts = Set.copyOf(parts);
            ports = Map.copyOf(ports);
        }

        public static Options forTests(Path dataDirectory) {
            return new Options(EnumSet.allOf(Part.class), dataDirectory, Map.of(), Sizing.TESTS, Source.ofTests());
        }

        EmbeddedPostgres.Options postgres(int port) {
            return new EmbeddedPostgres.Options(postgresDirectory(dataDirectory), port, sizing);
        }

        PostgresServer startPostgres() throws IOException {
            int port = port(Part.POSTGRES);
            return switch (source) {
                case EMBEDDED -> EmbeddedPostgres.start(postgres(port));
                case CONTAINERS -> ContainerPostgres.start(port, sizing);
            };
        }

        KafkaBroker startKafka() throws IOException {
            int port = port(Part.KAFKA);
            return switch (source) {
                case EMBEDDED ->
                    EmbeddedKafka.start(new EmbeddedKafka.Options(
                            dataDirectory.toAbsolutePath().resolve("kafka"), port));
                case CONTAINERS -> ContainerKafka.start(port);
            };
        }

        int port(Part part) {
            return ports.getOrDefault(part, 0);
        }
    }

    private final Options options;
    private @Nullable PostgresServer postgres;
    private final @Nullable KafkaBroker kafka;
    private final @Nullable LocalIssuer issuer;
    private final Addresses addresses;

    private Infrastructure(
            Options options,
            @Nullable PostgresServer postgres,
            @Nullable KafkaBroker kafka,
            @Nullable LocalIssuer issuer,
            Path issuerKey) {
        this.options = options;
        this.postgres = postgres;
        this.kafka = kafka;
        this.issuer = issuer;
        this.addresses = new Addresses(
                postgres == null ? null : postgres.databases(),
                kafka == null ? null : kafka.bootstrapServers(),
                issuer == null ? null : issuer.url(),
                issuer == null ? null : issuerKey);
    }

    /** Returns when all parts answer; when one cannot start, the others are stopped again. */
    public static Infrastructure start(Options options) throws IOException {
        Path home = options.dataDirectory().toAbsolutePath();
        Path issuerKey = home.resolve("issuer").resolve("key.json");
        Files.createDirectories(issuerKey.getParent());
        Starting<PostgresServer> postgres =
                Starting.when(options.parts().contains(Part.POSTGRES), options::startPostgres);
        Starting<KafkaBroker> kafka = Starting.when(options.parts().contains(Part.KAFKA), options::startKafka);
        Starting<LocalIssuer> issuer = Starting.when(
                options.parts().contains(Part.ISSUER),
                () -> LocalIssuer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port(Part.ISSUER)),
                        issuerKey,
                        Clock.systemUTC()));
        try {
            return new Infrastructure(options, postgres.started(), kafka.started(), issuer.started(), issuerKey);
        } catch (IOException | RuntimeException e) {
            issuer.abandon();
            kafka.abandon();
            postgres.abandon();
            throw e;
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Where this data directory keeps PostgreSQL's data. */
    public static Path postgresDirectory(Path dataDirectory) {
        return dataDirectory.toAbsolutePath().resolve("postgres");
    }

    /** Starts PostgreSQL again, with the same data at the same port, after its process has died. */
    public synchronized void restartPostgres() throws IOException {
        EmbeddedPostgres dead = requireEmbedded();
        dead.close();
        postgres = EmbeddedPostgres.start(options.postgres(dead.port()));
    }

    private synchronized EmbeddedPostgres requireEmbedded() {
        if (postgres instanceof EmbeddedPostgres embedded) {
            return embedded;
        }
        throw new IllegalStateException("PostgreSQL is no process of this machine here");
    }

    /** PostgreSQL's main process, for tests that kill it and for measurements. */
    public ProcessHandle postgresProcess() {
        return requireEmbedded().process();
    }

    @Override
    public synchronized void close() {
        if (issuer != null) {
            issuer.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    /**
     * Runs infrastructure in a process of its own until it is told to stop or its standard input ends, which
     * happens when the process that started it is gone, however it went.
     */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Infrastructure infrastructure = start(InfrastructureArguments.parse(List.of(arguments)));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            infrastructure.close();
            stopped.countDown();
        }));
        List<String> lines = new ArrayList<>();
        infrastructure.addresses().toProperties().forEach((name, value) -> lines.add(name + "=" + value));
        lines.add(InfrastructureProcess.READY);
        lines.forEach(System.out::println);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Whatever is said here, only the end of it counts.
        }
        System.exit(0);
    }
}
