package cn.shequ.localstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The main process of a PostgreSQL server, as its data directory's {@code postmaster.pid} names it. */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Postmaster() {}

    /** The running server of this directory: the process must be alive and really be a postgres. */
    static Optional<ProcessHandle> in(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            // Line 1 is the process, line 2 the directory it serves.
            if (lines.size() < 2 || !Path.of(lines.get(1)).toAbsolutePath().equals(cluster.toAbsolutePath())) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(Postmaster::isPostgres);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres"))
                        .orElse(false);
    }

    /** Stops a server whose launcher was killed, so that its data can be served again. */
    static Optional<ProcessHandle> stopLeftOver(Path cluster) throws IOException {
        Optional<ProcessHandle> leftOver = in(cluster);
        if (leftOver.isEmpty()) {
            return leftOver;
        }
        ProcessHandle process = leftOver.get();
        // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nobody is waited for.
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new IOException("PostgreSQL process " + process.pid() + " of an earlier run does not stop");
            }
        }
        return leftOver;
    }

    /**
     * Removes the lock of a server that is gone. PostgreSQL itself takes a killed process that nobody has reaped yet,
     * or another program with the same number, for a running server and would refuse to start.
     */
    static void forgetGone(Path cluster) throws IOException {
        if (in(cluster).isEmpty()) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
