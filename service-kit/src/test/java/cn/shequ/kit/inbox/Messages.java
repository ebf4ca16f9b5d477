package cn.shequ.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.kit.eventlog.EventJson;
import cn.shequ.localstack.TestInfrastructure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Another service's topic, written by the test. */
final class Messages implements AutoCloseable {
    static final String TOPIC = "workforce.events";

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    Objects.requireNonNull(TestInfrastructure.addresses().kafka()),
                    "enable.idempotence",
                    true),
            new StringSerializer(),
            new ByteArraySerializer());

    /** An event about a new subject, which it returns. */
    String send(String key) {
        String subject = UUID.randomUUID().toString();
        send(key, event("volunteer-registered", key, subject));
        return subject;
    }

    void send(String key, byte[] bytes) {
        producer.send(new ProducerRecord<>(TOPIC, key, bytes));
        producer.flush();
    }

    void send(String key, byte[] bytes, String traceparent) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(TOPIC, key, bytes);
        message.headers().add("traceparent", traceparent.getBytes(UTF_8));
        producer.send(message);
        producer.flush();
    }

    static byte[] event(String name, String key, String subject) {
        return event(UUID.randomUUID(), name, key, subject);
    }

    static byte[] event(UUID id, String name, String key, String subject) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/workforce");
        event.put("type", "cn.shequ.workforce." + name + ".v1");
        event.put("subject", subject);
        event.put("time", "2026-01-05T08:00:00Z");
        event.put("datacontenttype", "application/json");
        event.put("partitionkey", key);
        event.put("division", key);
        event.put("sequence", SEQUENCE.getAndIncrement());
        event.put("data", Map.of("volunteer", subject, "community", key, "registeredOn", "2026-01-05"));
        try {
            return EventJson.mapper().writeValueAsString(event).getBytes(UTF_8);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
