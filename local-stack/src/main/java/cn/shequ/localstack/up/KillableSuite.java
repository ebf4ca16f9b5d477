package cn.shequ.localstack.up;

import cn.shequ.localstack.Addresses;
import cn.shequ.localstack.Directories;
import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.KillablePart;
import cn.shequ.localstack.Source;
import cn.shequ.localstack.postgres.Sizing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The suite for tests and measurements: PostgreSQL, Kafka, the issuer and each service in a process or container of its
 * own on a free port, so that any of them can be killed and started again while the others go on.
 */
public final class KillableSuite implements AutoCloseable {

    private final Path data;
    private final Map<Part, KillablePart> parts = new EnumMap<>(Part.class);
    private final Addresses addresses;
    private final Services services;

    /**
     * All of it, for tests; returns when everything is ready.
     *
     * @param home the root of the source tree, with the services built
     * @param data a directory for data and logs
     */
    public static KillableSuite start(Path home, Path data) throws IOException {
        return start(home, data, Addresses.NONE);
    }

    /**
     * With parts of the infrastructure that run elsewhere already, such as another issuer.
     *
     * @param elsewhere where these parts are found; they are neither killed nor stopped here
     */
    public static KillableSuite start(Path home, Path data, Addresses elsewhere) throws IOException {
        return new KillableSuite(
                home.toAbsolutePath(),
                data.toAbsolutePath(),
                elsewhere,
                EnumSet.allOf(SuiteService.class),
                ServiceProcess.SMALL,
                Sizing.NOTEBOOK,
                Source.ofTests());
    }

    /**
     * Only some of the services, for measurements: whatever tests use, their figures are those of processes.
     *
     * @param jvm what each service's JVM is told: sizes, collector, compiler
     * @param sizing what PostgreSQL is told
     */
    public static KillableSuite start(Path home, Path data, Set<SuiteService> services, List<String> jvm, Sizing sizing)
            throws IOException {
        return new KillableSuite(
                home.toAbsolutePath(), data.toAbsolutePath(), Addresses.NONE, services, jvm, sizing, Source.EMBEDDED);
    }

    private KillableSuite(
            Path home,
            Path data,
            Addresses elsewhere,
            Set<SuiteService> wanted,
            List<String> jvm,
            Sizing sizing,
            Source source)
            throws IOException {
        this.data = data;
        try {
            Addresses found = elsewhere;
            for (Part part : elsewhere.missing()) {
                Path directory = data.resolve(part.name());
                Map<Part, Integer> port = Map.of(part, FreePort.find());
                KillablePart started =
                        KillablePart.start(new Options(EnumSet.of(part), directory, port, sizing, source));
                parts.put(part, started);
                found = found.and(started.addresses());
            }
            this.addresses = found;
            Map<SuiteService, Integer> ports = new EnumMap<>(SuiteService.class);
            for (SuiteService service : wanted) {
                ports.put(service, FreePort.find());
            }
            this.services =
                    Services.start(home, data, addresses, ports, jvm, StartCache.NONE, new Speech(false, System.out));
        } catch (IOException | RuntimeException e) {
            closeParts();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(services::end, "end-services"));
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

    private KillablePart part(Part part) {
        return Objects.requireNonNull(parts.get(part), "all parts run");
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

    /** The main process of a part, where that is one of this machine. */
    public Optional<ProcessHandle> process(Part part) {
        return part(part).process();
    }

    /** Kills a part of the infrastructure as a power cut would. It stays down until {@link #restart}. */
    public void kill(Part part) {
        part(part).kill();
    }

    /** Starts a killed part again, with its data, at its port. */
    public void restart(Part part) throws IOException {
        part(part).restart();
    }

    private void closeParts() throws IOException {
        for (KillablePart part : parts.values()) {
            part.close();
        }
    }

    /** Stops everything; the data directory stays for whoever wants to look. */
    @Override
    public void close() throws IOException {
        try {
            services.close();
        } finally {
            closeParts();
        }
    }

    /** Stops everything and removes its data. */
    public void closeAndDelete() throws IOException {
        close();
        Directories.delete(data);
    }
}
