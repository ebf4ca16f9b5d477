package cn.shequ.kit.eventlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How a service keeps its event log. */
@ConfigMapping(prefix = "shequ.event-log")
public interface EventLogConfig {
    /** Whose log it is: its topic is {@code <service>.events}. */
    @WithDefault("${shequ.service}")
    String service();

    /** Whether this process numbers and publishes; another one of the same service may do it instead. */
    @WithDefault("true")
    boolean enabled();

    /** Whether the log is a Merkle tree with signed checkpoints. A log is one from its first event or never. */
    @WithDefault("false")
    boolean tree();

    /** How many events one transaction numbers or publishes at most. */
    @WithDefault("1000")
    int batchSize();

    /** How long a worker sleeps at most when nothing wakes it. */
    @WithDefault("500ms")
    Duration pollInterval();

    /**
     * How long a worker that was woken waits for more to come. A batch of one costs as much as a batch of fifty, and both
     * the database and the broker are spared under load; readers of the feed wait this long at most, those of Kafka twice.
     */
    @WithDefault("50ms")
    Duration gathering();

    /** Partitions of a topic that does not exist yet; never changed later, for it would reorder keys. */
    @WithDefault("12")
    int partitions();

    /** Copies of a topic that does not exist yet; -1 leaves it to the broker. */
    @WithDefault("-1")
    short replication();

    /** The first line of every checkpoint, fixed for the life of the log. */
    @WithDefault("shequ/${shequ.service}-events")
    String origin();

    /** The log's first Ed25519 key (PEM, PKCS#8). Made on first use, unless a key has signed before. */
    @WithDefault("${SHEQU_DATA_DIR:data}/${shequ.service}/log-key.pem")
    Path keyFile();

    /** Where further keys are laid ready, one file each ({@code *.pem}), before they are told to sign. */
    @WithDefault("${SHEQU_DATA_DIR:data}/${shequ.service}/log-keys")
    Path keyDirectory();

    /** How many days a replaced key goes on signing beside its successor, unless the rotation says otherwise. */
    @WithDefault("30")
    int keyOverlapDays();

    /**
     * The last checkpoint that was signed, kept outside the database: a database restored from a backup must not
     * sign a second history.
     */
    @WithDefault("${SHEQU_DATA_DIR:data}/${shequ.service}/log-checkpoint.txt")
    Path checkpointFile();

    default String topic() {
        return service() + ".events";
    }
}
