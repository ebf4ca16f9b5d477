package cn.shequ.localstack.up;

import cn.shequ.localstack.Infrastructure;
import cn.shequ.localstack.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One data directory has one launcher; what a killed launcher left running is found here and stopped. */
final class EarlierRun implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final FileChannel channel;
    private final FileLock lock;
    private final ProcessFile launcher;

    private EarlierRun(FileChannel channel, FileLock lock, ProcessFile launcher) {
        this.channel = channel;
        this.lock = lock;
        this.launcher = launcher;
    }

    private static ProcessFile launcher(Path data) {
        return new ProcessFile(data.resolve("run").resolve("launcher.pid"));
    }

    /** Makes this process the only launcher of the directory and clears away what an earlier one left. */
    static EarlierRun takeOver(Path data, Speech speech) throws IOException, CannotStart {
        Path run = Files.createDirectories(data.resolve("run"));
        FileChannel channel =
                FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            String who = launcher(data).process().map(p -> " (" + p.pid() + ")").orElse("");
            throw new CannotStart(speech.in(
                    "已在运行" + who + "。先用 ./shequ stop 停止，或用 --data=目录 另选数据目录。",
                    "It is already running" + who
                            + ". Stop it with ./shequ stop, or choose another --data=directory."));
        }
        List<String> stopped = stopLeftovers(data);
        if (!stopped.isEmpty()) {
            speech.say(
                    "上次运行被强行终止，已清理遗留进程：" + String.join("、", stopped),
                    "An earlier run was killed; its leftover processes were stopped: " + String.join(", ", stopped));
        }
        ProcessFile launcher = launcher(data);
        launcher.write(ProcessHandle.current());
        return new EarlierRun(channel, lock, launcher);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static List<String> stopLeftovers(Path data) throws IOException {
        List<String> stopped = new ArrayList<>();
        for (SuiteService service : SuiteService.values()) {
            ProcessFile file = ServiceProcess.file(data, service);
            Optional<ProcessHandle> process = file.process();
            if (process.isPresent()) {
                stop(process.get());
                stopped.add(service.id() + " (" + process.get().pid() + ")");
            }
            file.delete();
        }
        EmbeddedPostgres.stopLeftOver(Infrastructure.postgresDirectory(data))
                .ifPresent(process -> stopped.add("PostgreSQL (" + process.pid() + ")"));
        return stopped;
    }

    /** For {@code ./shequ stop}: ends the launcher, which ends all else, or what a dead one left. */
    static List<String> stopAll(Path data) throws IOException {
        List<String> stopped = new ArrayList<>();
        Optional<ProcessHandle> running = launcher(data).process();
        if (running.isPresent()) {
            stop(running.get());
            stopped.add("launcher (" + running.get().pid() + ")");
        }
        stopped.addAll(stopLeftovers(data));
        return stopped;
    }

    private static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new IOException("process " + process.pid() + " does not stop");
            }
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    @Override
    public void close() throws IOException {
        launcher.delete();
        lock.release();
        channel.close();
    }
}
