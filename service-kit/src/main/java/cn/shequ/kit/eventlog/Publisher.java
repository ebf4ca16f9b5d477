package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.kit.worker.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends numbered events to Kafka, in order and as the same bytes. One process at a time does it; should two believe
 * it is their turn, the broker fences the older one off by the transactional id.
 *
 * <p>The cursor moves after Kafka has committed. A crash between the two repeats events, under the same id and
 * number; none is ever left out.
 */
class Publisher implements Worker.Session {
    private static final long LOCK = 0x5348_4551_0002L;
    private static final Duration BETWEEN_ATTEMPTS_TO_TAKE_OVER = Duration.ofSeconds(1);
    private static final Duration PATIENCE_ON_CLOSING = Duration.ofSeconds(2);

    private final Connections connections;
    private final Map<String, Object> kafka;
    private final Topics topics;
    private final EventLogConfig config;
    private final Bell numbered;

    Publisher(Connections connections, Map<String, Object> kafka, Topics topics, EventLogConfig config, Bell numbered) {
        this.connections = connections;
        this.kafka = Map.copyOf(kafka);
        this.topics = topics;
        this.config = config;
        this.numbered = numbered;
    }

    @Override
    public void run(Worker.Turns turns) throws Exception {
        try (Handle handle = Jdbi.open(connections::open)) {
            while (turns.next()) {
                if (isMyTurn(handle)) {
                    publishAll(handle, turns);
                } else {
                    numbered.await(BETWEEN_ATTEMPTS_TO_TAKE_OVER);
                }
            }
        }
    }

    /** The lock goes with the connection, so a dead process never keeps it. */
    private static boolean isMyTurn(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    private void publishAll(Handle handle, Worker.Turns turns) throws Exception {
        topics.ensure(List.of(config.topic()));
        Producer<String, byte[]> producer = new KafkaProducer<>(settings());
        try {
            producer.initTransactions();
            while (turns.next()) {
                if (publishBatch(handle, producer) < config.batchSize()) {
                    numbered.await(config.pollInterval(), config.gathering());
                }
            }
        } finally {
            producer.close(PATIENCE_ON_CLOSING);
        }
    }

    private int publishBatch(Handle handle, Producer<String, byte[]> producer) {
        long next = handle.createQuery("SELECT next_sequence FROM event_publication")
                .mapTo(Long.class)
                .one();
        List<NumberedEvent> batch = LogReader.from(handle, next, config.batchSize());
        if (batch.isEmpty()) {
            return 0;
        }
        reached(Step.READ);
        producer.beginTransaction();
        batch.forEach(event -> producer.send(message(event)));
        reached(Step.SENT);
        producer.commitTransaction();
        reached(Step.COMMITTED);
        advance(handle, next, batch.getLast().sequence() + 1);
        reached(Step.ADVANCED);
        return batch.size();
    }

    /** Moves nothing when somebody reset the cursor meanwhile: the next batch begins where it was set. */
    private static void advance(Handle handle, long from, long to) {
        handle.createUpdate("UPDATE event_publication SET next_sequence = :to WHERE next_sequence = :from")
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    private ProducerRecord<String, byte[]> message(NumberedEvent event) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                config.topic(), null, event.occurredAt().toEpochMilli(), event.partitionKey(), event.bytes());
        header(message, "content-type", "application/cloudevents+json; charset=UTF-8");
        header(message, "ce_id", event.id().toString());
        header(message, "ce_type", event.type());
        String traceparent = event.traceparent();
        if (traceparent != null) {
            header(message, "traceparent", traceparent);
        }
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "shequ-" + config.service() + "-publisher");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        return settings;
    }

    enum Step {
        READ,
        SENT,
        COMMITTED,
        ADVANCED
    }

    /** Tests break off here. */
    void reached(Step step) {}
}
