package cn.shequ.localstack.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One service in a JVM of its own. */
final class ServiceProcess {

    /** For a notebook that runs everything at once; production takes the server compiler and its own sizes. */
    static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms32m",
            "-Xmx160m",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LOG_LINES_SHOWN = 20;

    private final SuiteService service;
    private final int port;
    private final Process process;
    private final Path log;
    private final ProcessFile file;
    private final Duration shutdown;

    private ServiceProcess(
            SuiteService service, int port, Process process, Path log, ProcessFile file, Duration shutdown) {
        this.service = service;
        this.port = port;
        this.process = process;
        this.log = log;
        this.file = file;
        this.shutdown = shutdown;
    }

    static Path application(Path home, SuiteService service) {
        return home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    static ProcessFile file(Path data, SuiteService service) {
        return new ProcessFile(data.resolve("run").resolve(service.id() + ".pid"));
    }

    static ServiceProcess start(
            Path home,
            Path data,
            SuiteService service,
            int port,
            List<String> jvm,
            StartCache cache,
            Map<String, String> settings)
            throws IOException {
        Path log = data.resolve("logs").resolve(service.id() + ".log");
        Files.createDirectories(log.getParent());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path application = application(home, service);
        command.addAll(jvm);
        command.addAll(cache.options(application));
        command.add("-jar");
        command.add(application.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Many small memory arenas would cost each process tens of megabytes it never uses.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(settings);
        builder.environment().put("SHEQU_HTTP_PORT", Integer.toString(port));
        Process process = builder.start();
        // Nobody will ever write to it, and a service that reads it should see its end.
        process.getOutputStream().close();
        ProcessFile file = file(data, service);
        file.write(process.toHandle());
        return new ServiceProcess(service, port, process, log, file, cache.shutdown());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until the service says it is ready; a service that ended instead is reported with its last words. */
    void awaitReady(HttpClient http, Duration patience) throws IOException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IOException(service.id() + " ended with status " + process.exitValue() + ":\n" + lastWords());
            }
            if (answers(http, ready)) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new IOException(service.id() + " is not ready after " + patience.toSeconds() + " s:\n" + lastWords());
    }

    private static boolean answers(HttpClient http, HttpRequest ready) throws IOException {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a service was starting", e);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size())) + "\n("
                    + log + ")";
        } catch (IOException e) {
            return "(" + log + ")";
        }
    }

    /** Returns when the process has ended, by itself or by somebody's hand. */
    void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the service to stop and sees to it that it does. */
    void stop() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(shutdown.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(shutdown.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        file.delete();
    }
}
