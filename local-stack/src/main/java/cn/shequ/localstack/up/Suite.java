package cn.shequ.localstack.up;

import cn.shequ.localstack.Addresses;
import cn.shequ.localstack.Infrastructure;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.Source;
import cn.shequ.localstack.postgres.Sizing;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Everything {@code ./shequ up} runs: infrastructure in this JVM and the services in theirs. */
final class Suite implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final UpOptions options;
    private final Speech speech;
    private final Map<SuiteService, Duration> readyAfter = new EnumMap<>(SuiteService.class);
    private Duration infrastructureReadyAfter = Duration.ZERO;
    private @Nullable Infrastructure infrastructure;
    private @Nullable Services services;
    private boolean closing;

    Suite(UpOptions options, Speech speech) {
        this.options = options;
        this.speech = speech;
    }

    /** Returns when everything is ready, having said so part by part. */
    void start() throws IOException {
        long began = System.nanoTime();
        startInfrastructure();
        infrastructureReadyAfter = since(began);
        speech.say(
                "PostgreSQL、Kafka、令牌签发已就绪（" + seconds(infrastructureReadyAfter) + " 秒）",
                "PostgreSQL, Kafka and the issuer are ready (" + seconds(infrastructureReadyAfter) + " s)");
        startServices();
        awaitServices(began);
        speech.say(
                "五个服务全部就绪（共 " + seconds(since(began)) + " 秒）",
                "All five services are ready (" + seconds(since(began)) + " s in all)");
    }

    /** All at once, for each to be told when it became ready and not when the one before it had. */
    private void awaitServices(long began) throws IOException {
        Map<SuiteService, Future<Duration>> waits = new EnumMap<>(SuiteService.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SuiteService service : SuiteService.values()) {
                waits.put(service, threads.submit(() -> {
                    services().awaitReady(service);
                    return since(began);
                }));
            }
        }
        for (Map.Entry<SuiteService, Future<Duration>> wait : waits.entrySet()) {
            try {
                readyAfter.put(wait.getKey(), wait.getValue().get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while services were starting", e);
            }
        }
    }

    private synchronized void startInfrastructure() throws IOException {
        if (closing) {
            throw new IOException("stopped while starting");
        }
        infrastructure = Infrastructure.start(new Infrastructure.Options(
                EnumSet.allOf(Part.class), options.data(), options.partPorts(), Sizing.NOTEBOOK, Source.EMBEDDED));
        Thread.ofVirtual().name("watch-postgres").start(this::watchPostgres);
    }

    private synchronized void startServices() throws IOException {
        if (closing) {
            throw new IOException("stopped while starting");
        }
        services = Services.start(
                options.home(),
                options.data(),
                addresses(),
                options.servicePorts(),
                ServiceProcess.SMALL,
                options.purpose() == UpOptions.Purpose.TRAIN ? StartCache.MADE : StartCache.USED,
                speech);
    }

    /** PostgreSQL is a process like the services: when it dies, it is started again. */
    private void watchPostgres() {
        while (!closing()) {
            infrastructure().postgresProcess().onExit().join();
            LockSupport.parkNanos(PAUSE.toNanos());
            synchronized (this) {
                if (closing) {
                    return;
                }
                speech.say("PostgreSQL 意外结束，正在重新启动。", "PostgreSQL ended by itself and is being started again.");
                try {
                    infrastructure().restartPostgres();
                } catch (IOException e) {
                    speech.say("无法重新启动：" + e.getMessage(), "It cannot be started: " + e.getMessage());
                }
            }
        }
    }

    synchronized boolean closing() {
        return closing;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static String seconds(Duration duration) {
        return Long.toString(duration.toMillis() / 1000) + "." + (duration.toMillis() % 1000) / 100;
    }

    Addresses addresses() {
        return infrastructure().addresses();
    }

    synchronized Infrastructure infrastructure() {
        return Objects.requireNonNull(infrastructure, "not started");
    }

    synchronized Services services() {
        return Objects.requireNonNull(services, "not started");
    }

    Duration readyAfter(SuiteService service) {
        return readyAfter.getOrDefault(service, Duration.ZERO);
    }

    Duration infrastructureReadyAfter() {
        return infrastructureReadyAfter;
    }

    /** Stops what has been started so far, the services before what they need. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closing = true;
        }
        try {
            if (services != null) {
                services.close();
            }
        } finally {
            if (infrastructure != null) {
                infrastructure.close();
            }
        }
    }
}
