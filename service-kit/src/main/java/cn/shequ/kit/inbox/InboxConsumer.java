package cn.shequ.kit.inbox;

import cn.shequ.kit.eventlog.Topics;
import cn.shequ.kit.worker.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the topics of other services. Offsets are committed after the effects; what a crash repeats, the inbox
 * recognises.
 */
final class InboxConsumer implements Worker.Session {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_ON_CLOSING = Duration.ofSeconds(2);
    private static final Duration AGAIN_SOON = Duration.ofMillis(20);

    private final Map<String, Object> kafka;
    private final List<String> sources;
    private final Topics topics;
    private final Delivery delivery;
    private final Retries retries;
    private final InboxConfig config;
    private final InboxMeters meters;

    InboxConsumer(
            Map<String, Object> kafka,
            List<String> sources,
            Topics topics,
            Delivery delivery,
            Retries retries,
            InboxConfig config,
            InboxMeters meters) {
        this.kafka = Map.copyOf(kafka);
        this.sources = List.copyOf(sources);
        this.topics = topics;
        this.delivery = delivery;
        this.retries = retries;
        this.config = config;
        this.meters = meters;
    }

    @Override
    public void run(Worker.Turns turns) throws Exception {
        topics.ensure(sources);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
        try (DeadLetters deadLetters = new DeadLetters(kafka, config.group())) {
            consumer.subscribe(sources);
            consume(consumer, deadLetters, turns);
        } finally {
            // Without a limit, a broker that is away would hold up the end of the service.
            consumer.close(CloseOptions.timeout(PATIENCE_ON_CLOSING));
        }
    }

    private void consume(KafkaConsumer<String, byte[]> consumer, DeadLetters deadLetters, Worker.Turns turns)
            throws Exception {
        boolean soon = false;
        while (turns.next()) {
            List<Incoming> batch = poll(consumer, soon ? AGAIN_SOON : config.pollInterval());
            meters.lag(lag(consumer) + batch.size());
            if (!batch.isEmpty()) {
                delivery.deliver(batch, deadLetters);
                consumer.commitSync(PATIENCE);
            }
            meters.lag(lag(consumer));
            soon = retries.retryDue(deadLetters);
        }
    }

    private static List<Incoming> poll(KafkaConsumer<String, byte[]> consumer, Duration atMost) {
        return StreamSupport.stream(consumer.poll(atMost).spliterator(), false)
                .map(Incoming::of)
                .toList();
    }

    private static long lag(KafkaConsumer<String, byte[]> consumer) {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }
}
