package cn.shequ.kit.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An export: {@code checkpoint}, {@code tile/0/…} and {@code events.ndjson} (or {@code events.ndjson.gz}), in a
 * directory or in a zip file.
 */
final class Bundle implements AutoCloseable {

    private static final int LARGEST_SMALL_FILE = 64 * 1024;

    private final Path path;
    private final @Nullable ZipFile zip;

    private Bundle(Path path, @Nullable ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    static Bundle open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new Bundle(path, Files.isDirectory(path) ? null : new ZipFile(path.toFile()));
    }

    /** The signed note. */
    String checkpoint() throws IOException {
        try (InputStream file = required("checkpoint")) {
            return new String(file.readNBytes(LARGEST_SMALL_FILE), StandardCharsets.UTF_8);
        }
    }

    /** Whether the bundle has tiles at all; whoever pulled the events only has none. */
    boolean hasTiles() {
        return zip == null
                ? Files.isDirectory(path.resolve("tile"))
                : zip.stream().anyMatch(entry -> entry.getName().startsWith("tile/"));
    }

    /** A tile of leaf hashes, by its path below {@code tile/}; null when it is not there. */
    byte @Nullable [] tile(String tile) throws IOException {
        try (InputStream file = find("tile/" + tile)) {
            return file == null ? null : file.readNBytes(LARGEST_SMALL_FILE);
        }
    }

    InputStream events() throws IOException {
        InputStream plain = find("events.ndjson");
        return plain != null ? plain : new GZIPInputStream(required("events.ndjson.gz"), LARGEST_SMALL_FILE);
    }

    private InputStream required(String name) throws IOException {
        InputStream file = find(name);
        if (file == null) {
            throw new NoSuchFileException(path + "!/" + name);
        }
        return file;
    }

    private @Nullable InputStream find(String name) throws IOException {
        if (zip == null) {
            Path file = path.resolve(name);
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        }
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
