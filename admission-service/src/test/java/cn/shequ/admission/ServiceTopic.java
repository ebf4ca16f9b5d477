package cn.shequ.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.EventJson;
import cn.shequ.localstack.TestInfrastructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what another service says, on its real topic. */
public final class ServiceTopic implements AutoCloseable {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    Objects.requireNonNull(TestInfrastructure.addresses().kafka())),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Delivered this many times, as Kafka may. */
    public void says(EventData data, int times) {
        EventCatalogue.Entry entry = EventCatalogue.of(data.getClass());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID());
        event.put("source", entry.source());
        event.put("type", entry.type());
        event.put("subject", data.aboutSubject());
        event.put("time", "2026-01-05T08:00:00Z");
        event.put("datacontenttype", "application/json");
        event.put("partitionkey", data.partitionKey());
        event.put("division", data.concernsDivision());
        event.put("sequence", SEQUENCE.getAndIncrement());
        event.put("data", data);
        for (int time = 0; time < times; time++) {
            producer.send(new ProducerRecord<>(entry.topic(), data.partitionKey(), bytes(event)));
        }
        producer.flush();
    }

    private static byte[] bytes(Map<String, Object> event) {
        try {
            return EventJson.mapper().writeValueAsString(event).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
