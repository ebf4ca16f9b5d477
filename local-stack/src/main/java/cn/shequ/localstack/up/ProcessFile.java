package cn.shequ.localstack.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that names a process we started. Numbers of processes are given out again, so the time it was started is
 * noted too: only a process with both is provably ours.
 */
record ProcessFile(Path path) {

    void write(ProcessHandle process) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, List.of(Long.toString(process.pid()), startOf(process)));
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.size() != 2) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(lines.get(1)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
