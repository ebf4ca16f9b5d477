package cn.shequ.localstack;

import cn.shequ.localstack.Infrastructure.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Infrastructure in an operating system process of its own: it can be killed like any other, its classes never
 * meet those of the service under test, and it ends when the process that started it ends.
 */
public final class InfrastructureProcess implements AutoCloseable {

    static final String READY = "shequ.local.ready";

    private static final Duration SHUTDOWN = Duration.ofMinutes(1);

    private final Process process;
    private final Addresses addresses;

    private InfrastructureProcess(Process process, Addresses addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /** Returns when all parts answer. Its log is {@code infrastructure.log} in the data directory. */
    public static InfrastructureProcess start(Options options) throws IOException {
        Files.createDirectories(options.dataDirectory());
        Path log = options.dataDirectory().resolve("infrastructure.log");
        Path arguments = Files.createTempFile(options.dataDirectory(), "java-", ".arguments");
        Files.write(
                arguments,
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms32m",
                        "-Xmx192m",
                        "-cp",
                        quoted(System.getProperty("java.class.path")),
                        Infrastructure.class.getName()));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The class path of a test is longer than some systems allow a command to be.
        command.add("@" + arguments);
        command.addAll(InfrastructureArguments.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            return new InfrastructureProcess(
                    process, whenReady(process, log, options.source().patience()));
        } finally {
            Files.deleteIfExists(arguments);
        }
    }

    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\") + '"';
    }

    private static Addresses whenReady(Process process, Path log, Duration patience) throws IOException {
        Thread guard = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(patience);
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        StringBuilder said = new StringBuilder();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            String line = output.readLine();
            while (line != null && !line.equals(READY)) {
                said.append(line).append('\n');
                line = output.readLine();
            }
            if (line == null) {
                throw new IOException("infrastructure did not start: " + said + Files.readString(log));
            }
        } finally {
            guard.interrupt();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(said.toString()));
        return Addresses.of(properties);
    }

    public Addresses addresses() {
        return addresses;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends the process without a word, as a power cut would; PostgreSQL itself keeps running, orphaned. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops all parts in good order. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
