package cn.shequ.localstack;

import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A part in a process of its own. */
final class KillableProcess implements KillablePart {

    private final Options options;
    private volatile InfrastructureProcess process;

    private KillableProcess(Options options, InfrastructureProcess process) {
        this.options = options;
        this.process = process;
    }

    static KillableProcess start(Options options) throws IOException {
        return new KillableProcess(options, InfrastructureProcess.start(options));
    }

    @Override
    public Addresses addresses() {
        return process.addresses();
    }

    /** Of PostgreSQL the server itself, which is not the one that started it. */
    @Override
    public Optional<ProcessHandle> process() {
        return isPostgres() ? EmbeddedPostgres.running(postgresDirectory()) : Optional.of(process.handle());
    }

    private boolean isPostgres() {
        return options.parts().contains(Part.POSTGRES);
    }

    private Path postgresDirectory() {
        return Infrastructure.postgresDirectory(options.dataDirectory());
    }

    @Override
    public void kill() {
        if (isPostgres()) {
            process().ifPresent(KillableProcess::killWithFamily);
        }
        process.kill();
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

    @Override
    public void restart() throws IOException {
        process = InfrastructureProcess.start(options);
    }

    @Override
    public void close() throws IOException {
        process.close();
        if (isPostgres()) {
            EmbeddedPostgres.stopLeftOver(postgresDirectory());
        }
    }
}
