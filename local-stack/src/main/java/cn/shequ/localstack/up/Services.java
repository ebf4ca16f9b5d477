package cn.shequ.localstack.up;

import cn.shequ.localstack.Addresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The services that were asked for, each in its own JVM. One that dies is started again, and that is said. */
public final class Services implements AutoCloseable {

    private static final Duration STARTUP = Duration.ofMinutes(4);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Path home;
    private final Path data;
    private final Addresses addresses;
    private final Map<SuiteService, Map<String, String>> settings = new EnumMap<>(SuiteService.class);
    private final Map<SuiteService, Integer> ports;
    private final List<String> jvm;
    private final StartCache cache;
    private final Speech speech;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<SuiteService, ServiceProcess> running = new EnumMap<>(SuiteService.class);
    private boolean stopping;

    private Services(
            Path home,
            Path data,
            Addresses addresses,
            Map<SuiteService, Integer> ports,
            List<String> jvm,
            StartCache cache,
            Speech speech) {
        this.home = home;
        this.data = data;
        this.addresses = addresses;
        this.ports = Collections.unmodifiableMap(new EnumMap<>(ports));
        this.jvm = List.copyOf(jvm);
        this.cache = cache;
        this.speech = speech;
    }

    /**
     * Starts services side by side and returns at once; {@link #awaitReady} waits for them.
     *
     * @param ports which services, and at which port each
     * @param jvm what each service's JVM is told, such as {@link ServiceProcess#SMALL}
     */
    public static Services start(
            Path home,
            Path data,
            Addresses addresses,
            Map<SuiteService, Integer> ports,
            List<String> jvm,
            StartCache cache,
            Speech speech)
            throws IOException {
        Services services = new Services(home, data, addresses, ports, jvm, cache, speech);
        try {
            for (SuiteService service : services.longestStartFirst()) {
                services.setOldLogAside(service);
                services.launch(service);
                Thread.ofVirtual().name("watch-" + service.id()).start(() -> services.watch(service));
            }
        } catch (IOException | RuntimeException e) {
            services.close();
            throw e;
        }
        return services;
    }

    /** While the one with the most tables makes them, the others can load their classes; the gateway makes none. */
    private List<SuiteService> longestStartFirst() {
        return ports.keySet().stream()
                .sorted(Comparator.comparing((SuiteService service) -> service != SuiteService.FUNDING)
                        .thenComparing(service -> service == SuiteService.GATEWAY))
                .toList();
    }

    private synchronized void launch(SuiteService service) throws IOException {
        if (!stopping) {
            running.put(
                    service,
                    ServiceProcess.start(
                            home,
                            data,
                            service,
                            ports.getOrDefault(service, 0),
                            jvm,
                            cache,
                            // Once: the database need not answer at the moment in which it is started again.
                            settings.computeIfAbsent(service, this::settingsOf)));
            notifyAll();
        }
    }

    private synchronized boolean stopping() {
        return stopping;
    }

    private Map<String, String> settingsOf(SuiteService service) {
        String database = service.database();
        Map<String, String> keys =
                new HashMap<>(database == null ? addresses.configuration() : addresses.configuration(database));
        keys.put("SHEQU_DATA_DIR", data.resolve("files").toString());
        // Enough for one instance of each service; every partition costs the broker files and a moment at the start.
        keys.put("SHEQU_EVENT_LOG_PARTITIONS", "3");
        keys.put("SHEQU_MIGRATIONS_AT_ONCE", "true");
        // A city that was only just set up is measured at once, not minutes later.
        keys.put("SHEQU_INDICATORS_EVERY", "15s");
        if (service == SuiteService.GATEWAY) {
            ports.forEach((other, port) -> keys.put("SHEQU_" + other.name() + "_URL", "http://127.0.0.1:" + port));
        }
        if (service == SuiteService.WORKFORCE) {
            // Made on the first start; production gives keys instead of a file beside the data they seal.
            keys.put(
                    "SHEQU_PERSONAL_DATA_KEY_FILE",
                    data.resolve("keys").resolve("personal-data.keys").toString());
        }
        return keys;
    }

    /** Starts the service again whenever it ends, the more slowly the sooner it ends. */
    private void watch(SuiteService service) {
        Duration pause = FIRST_PAUSE;
        while (!stopping()) {
            long born = System.nanoTime();
            current(service).awaitEnd();
            boolean lived = System.nanoTime() - born > LONGEST_PAUSE.toNanos();
            pause = lived ? FIRST_PAUSE : pause;
            // The pause gives Ctrl-C, which reaches the services too, the time to reach us.
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            if (!stopping()) {
                revive(service);
            }
        }
    }

    private void revive(SuiteService service) {
        speech.say(
                "服务“" + service.nameZh() + "”意外结束，正在重新启动。日志：" + logOf(service),
                "Service " + service.id() + " ended by itself and is being started again. Log: " + logOf(service));
        try {
            launch(service);
        } catch (IOException e) {
            speech.say("无法重新启动：" + e.getMessage(), "It cannot be started: " + e.getMessage());
        }
    }

    /** A log tells of one run, across all restarts of its service; the run before is kept beside it. */
    private void setOldLogAside(SuiteService service) throws IOException {
        Path log = logOf(service);
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(service.id() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path logOf(SuiteService service) {
        return data.resolve("logs").resolve(service.id() + ".log");
    }

    /** Returns when every service is ready, or fails with the last words of the one that is not. */
    public void awaitReady() throws IOException {
        for (SuiteService service : ports.keySet()) {
            awaitReady(service);
        }
    }

    public void awaitReady(SuiteService service) throws IOException {
        current(service).awaitReady(http, STARTUP);
    }

    private synchronized ServiceProcess current(SuiteService service) {
        ServiceProcess process = running.get(service);
        if (process == null) {
            throw new IllegalStateException(service.id() + " was never started");
        }
        return process;
    }

    public URI uri(SuiteService service) {
        return URI.create("http://127.0.0.1:" + ports.get(service));
    }

    public ProcessHandle process(SuiteService service) {
        return current(service).handle();
    }

    /**
     * Kills a service as a power cut would, and returns when its successor has been started; {@link #awaitReady}
     * then waits for that.
     */
    public void kill(SuiteService service) throws IOException {
        ServiceProcess killed = current(service);
        killed.handle().destroyForcibly();
        killed.awaitEnd();
        awaitSuccessor(service, killed);
    }

    private synchronized void awaitSuccessor(SuiteService service, ServiceProcess dead) throws IOException {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        try {
            while (current(service) == dead) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new IOException(service.id() + " was not started again");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + service.id() + " was to be started again", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ServiceProcess process : end()) {
            process.stop();
        }
    }

    /** Tells all to end and waits for none: all that is left to do for who ends themselves. */
    synchronized List<ServiceProcess> end() {
        stopping = true;
        List<ServiceProcess> all = List.copyOf(running.values());
        all.forEach(process -> process.handle().destroy());
        return all;
    }
}
