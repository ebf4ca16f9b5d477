package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the steps of a story found: in memory, and with a directory in one file a step. */
public final class Journal {

    private final ObjectMapper json = JsonMapper.builder().build();
    private final @Nullable Path directory;
    private final Listener listener;
    private final ConcurrentMap<String, Object> found = new ConcurrentHashMap<>();

    /** Hears of the steps of a story. */
    public interface Listener {

        /** The step is about to be played, for the first time. */
        void plays(String step);

        /** What the step found is told, now or again. */
        void tells(String step);
    }

    private static final Listener NOBODY = new Listener() {
        @Override
        public void plays(String step) {}

        @Override
        public void tells(String step) {}
    };

    private Journal(@Nullable Path directory, Listener listener) {
        this.directory = directory;
        this.listener = listener;
    }

    public static Journal inMemory(Listener listener) {
        return new Journal(null, listener);
    }

    public static Journal in(Path directory) {
        return new Journal(directory, NOBODY);
    }

    /** The name of this story: its repeated commands carry the same idempotency keys. */
    public String name() {
        return once(String.class, "story", () -> UUID.randomUUID().toString());
    }

    /** A step that failed is played again by whoever asks next. */
    synchronized <T> T once(Class<T> type, String step, Supplier<T> play) {
        Object known = found.get(step);
        if (known == null) {
            known = read(type, step);
        }
        if (known == null) {
            listener.plays(step);
            known = play.get();
            write(step, known);
        }
        found.put(step, known);
        listener.tells(step);
        return type.cast(known);
    }

    private <T> @Nullable T read(Class<T> type, String step) {
        if (directory == null || !Files.exists(file(directory, step))) {
            return null;
        }
        try {
            return json.readValue(file(directory, step).toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String step, Object known) {
        if (directory == null) {
            return;
        }
        try {
            Path written = Files.createTempFile(directory, step, ".tmp");
            json.writeValue(written.toFile(), known);
            Files.move(written, file(directory, step), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path directory, String step) {
        return directory.resolve(step + ".json");
    }
}
