package cn.shequ.kit.memory;

import cn.shequ.kit.sql.UnpooledConnections;
import cn.shequ.kit.worker.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes memories, and watches for changes as long as the service runs, where the service wants it. */
@Singleton
public class Memories {

    private final Stamps stamps;
    private final boolean watching;
    private final Watch watch;
    private final Worker worker;

    /** @param watching whether anything is to be remembered */
    public Memories(
            Stamps stamps,
            UnpooledConnections connections,
            @ConfigProperty(name = "shequ.memory.enabled", defaultValue = "false") boolean watching) {
        this.stamps = stamps;
        this.watching = watching;
        this.watch = new Watch(() -> connections.open("watch"), stamps);
        this.worker = new Worker("watch", watch);
    }

    /**
     * A memory; it remembers nothing where {@code shequ.memory.enabled} is false.
     *
     * @param most how many bytes it takes at most, about
     * @param weight how many bytes a value takes, about, without what it shares with others
     * @param place what must not have changed for a key's value to hold
     */
    public <K, V> Memory<K, V> of(long most, ToIntFunction<V> weight, Function<K, String> place) {
        return new Memory<>(stamps, watch, most, weight, place);
    }

    /** So many bytes are a part of the largest heap that this process may have. */
    public static long ofHeap(int percent) {
        return Runtime.getRuntime().maxMemory() / 100 * percent;
    }

    void start(@Observes StartupEvent started) {
        if (watching) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (watching) {
            worker.close();
        }
    }
}
