package cn.shequ.kit.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A small file that is replaced as a whole and has reached the disk when that returns. */
final class KeptFile {

    private KeptFile() {}

    static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replace(Path file, String content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path written = written(absolute, content);
        Files.move(written, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the file unless there is one: of many who try at the same moment one succeeds, and nobody overwrites. */
    static void makeOnce(Path file, String content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path written = written(absolute, content);
        try {
            Files.createLink(absolute, written);
        } catch (FileAlreadyExistsException another) {
            // Somebody was first, and that one holds.
        } finally {
            Files.delete(written);
        }
    }

    private static Path written(Path absolute, String content) throws IOException {
        Files.createDirectories(absolute.getParent());
        Path written = Files.createTempFile(
                absolute.getParent(), absolute.getFileName().toString(), ".new");
        Files.writeString(written, content);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return written;
    }
}
