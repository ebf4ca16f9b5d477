package cn.shequ.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.kit.eventlog.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Where poisonous events are shown to people: the topic's neighbour, with what went wrong in the headers. */
final class DeadLetters implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Producer<String, byte[]> producer;
    private final String group;

    DeadLetters(Map<String, Object> kafka, String group) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.group = group;
    }

    /** Returns when the broker has it. A message may be there twice after a crash. */
    void send(Incoming message, String reason) throws ExecutionException, InterruptedException, TimeoutException {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(message.topic() + Topics.DEAD_LETTERS, message.key(), message.bytes());
        header(letter, "error", reason);
        header(letter, "consumer-group", group);
        header(letter, "source-partition", Integer.toString(message.partition()));
        header(letter, "source-offset", Long.toString(message.offset()));
        producer.send(letter).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
