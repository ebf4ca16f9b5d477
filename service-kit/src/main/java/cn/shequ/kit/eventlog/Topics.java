package cn.shequ.kit.eventlog;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the suite, made explicitly by whoever needs one first: fixed partitions, so that a key never moves,
 * nothing deleted by age or size, nothing compacted away.
 */
public final class Topics {
    public static final String DEAD_LETTERS = ".dlq";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Map<String, String> KEEP_EVERYTHING = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private final Map<String, Object> kafka;
    private final int partitions;
    private final short replication;

    /** @param kafka how the brokers are reached */
    public Topics(Map<String, Object> kafka, int partitions, short replication) {
        this.kafka = Map.copyOf(kafka);
        this.partitions = partitions;
        this.replication = replication;
    }

    /** Makes the topics that do not exist yet, each with the topic for its dead letters. */
    public void ensure(Collection<String> names) throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        List<NewTopic> topics = names.stream()
                .flatMap(name -> Stream.of(name, name + DEAD_LETTERS))
                .map(name -> new NewTopic(name, partitions, replication).configs(KEEP_EVERYTHING))
                .toList();
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
                await(made);
            }
        }
    }

    private static void await(KafkaFuture<Void> made)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
