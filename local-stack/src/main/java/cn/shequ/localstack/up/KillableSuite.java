package cn.shequ.localstack.up;

import cn.shequ.localstack.Addresses;
import cn.shequ.localstack.Directories;
import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.Infrastructure;
import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.InfrastructureProcess;
import cn.shequ.localstack.postgres.EmbeddedPostgres;
import cn.shequ.localstack.postgres.Sizing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The suite for tests and measurements: PostgreSQL, Kafka, the issuer and each service in a process of its own on a free port,
 * so that any of them can be killed and started again while the others go on.
 */
public final class KillableSuite implements AutoCloseable {

    private final Path data;
    private final Map<Part, Options> options = new EnumMap<>(Part.class);
    private final Map<Part, InfrastructureProcess> parts = new EnumMap<>(Part.class);
    private final Addresses addresses;
    private final Services services;

    /**
     * Returns when everything is ready.
     *
     * @param home the root of the source tree, with the services built
     * @param data a directory for data and logs
     */
    public static KillableSuite start(Path home, Path data) throws IOException {
        return start(home, data, EnumSet.allOf(SuiteService.class), ServiceProcess.SMALL, Sizing.NOTEBOOK);
    }

    /**
     * Only some of the services, for measurements.
     *
     * @param jvm what each service's JVM is told: sizes, collector, compiler
     * @param sizing what PostgreSQL is told
     */
    public static KillableSuite start(Path home, Path data, Set<SuiteService> services, List<String> jvm, Sizing sizing)
            throws IOException {
        return new KillableSuite(home.toAbsolutePath(), data.toAbsolutePath(), services, jvm, sizing);
    }

    private KillableSuite(Path home, Path data, Set<SuiteService> wanted, List<String> jvm, Sizing sizing)
            throws IOException {
        this.data = data;
        try {
            Addresses found = new Addresses(null, null, null, null);
            for (Part part : Part.values()) {
                Path directory = data.resolve(part.name());
                options.put(part, new Options(EnumSet.of(part), directory, Map.of(part, FreePort.find()), sizing));
                found = found.and(startPart(part).addresses());
            }
            this.addresses = found;
            Map<SuiteService, Integer> ports = new EnumMap<>(SuiteService.class);
            for (SuiteService service : wanted) {
                ports.put(service, FreePort.find());
            }
            this.services =
                    Services.start(home, data, addresses, ports, jvm, StartCache.NONE, new Speech(false, System.out));
        } catch (IOException | RuntimeException e) {
            parts.values().forEach(InfrastructureProcess::close);
            throw e;
        }
        awaitServices();
    }

    private void awaitServices() throws IOException {
        try {
            services.awaitReady();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private InfrastructureProcess startPart(Part part) throws IOException {
        Options how = options.get(part);
        if (how == null) {
            throw new IllegalStateException(part + " has no options");
        }
        InfrastructureProcess process = InfrastructureProcess.start(how);
        parts.put(part, process);
        return process;
    }

    public URI gateway() {
        return services.uri(SuiteService.GATEWAY);
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The services: a killed one is started again by itself; {@link Services#awaitReady} waits for it. */
    public Services services() {
        return services;
    }

    /** The process of a part: of PostgreSQL the server itself, which is not the one that started it. */
    public Optional<ProcessHandle> process(Part part) {
        return part == Part.POSTGRES
                ? EmbeddedPostgres.running(postgresDirectory())
                : Optional.ofNullable(parts.get(part)).map(InfrastructureProcess::handle);
    }

    /** Kills a part of the infrastructure as a power cut would. It stays down until {@link #restart}. */
    public void kill(Part part) {
        if (part == Part.POSTGRES) {
            EmbeddedPostgres.running(postgresDirectory()).ifPresent(KillableSuite::killWithFamily);
        }
        InfrastructureProcess process = parts.remove(part);
        if (process != null) {
            process.kill();
        }
    }

    /**
     * Kills the server alone, and waits until its backends have noticed and gone too: before that, its shared memory
     * is in use. A process that nobody has reaped yet has no command any more.
     */
    private static void killWithFamily(ProcessHandle server) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        server.destroyForcibly();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (family.stream().anyMatch(process -> process.info().command().isPresent())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL " + server.pid() + " was killed and does not go");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Starts a killed part again, with its data, at its port. */
    public void restart(Part part) throws IOException {
        startPart(part);
    }

    private Path postgresDirectory() {
        return Infrastructure.postgresDirectory(data.resolve(Part.POSTGRES.name()));
    }

    /** Stops everything; the data directory stays for whoever wants to look. */
    @Override
    public void close() throws IOException {
        try {
            services.close();
        } finally {
            parts.values().forEach(InfrastructureProcess::close);
            EmbeddedPostgres.stopLeftOver(postgresDirectory());
        }
    }

    /** Stops everything and removes its data. */
    public void closeAndDelete() throws IOException {
        close();
        Directories.delete(data);
    }
}
