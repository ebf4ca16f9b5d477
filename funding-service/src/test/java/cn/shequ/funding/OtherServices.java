package cn.shequ.funding;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.EventJson;
import cn.shequ.localstack.TestInfrastructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of other services, written by the test. */
public final class OtherServices implements AutoCloseable {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    Objects.requireNonNull(TestInfrastructure.addresses().kafka()),
                    "enable.idempotence",
                    true),
            new StringSerializer(),
            new ByteArraySerializer());

    public void say(EventData data) {
        say(UUID.randomUUID(), data);
    }

    public void say(UUID id, EventData data) {
        EventCatalogue.Entry entry = EventCatalogue.of(data.getClass());
        ObjectNode event = EventJson.mapper().createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", id.toString());
        event.put("source", entry.source());
        event.put("type", entry.type());
        event.put("subject", data.aboutSubject());
        event.put("time", "2026-01-05T08:00:00Z");
        event.put("datacontenttype", "application/json");
        event.put("dataschema", entry.dataschema());
        event.put("division", data.concernsDivision());
        event.put("partitionkey", data.partitionKey());
        event.put("sequence", SEQUENCE.getAndIncrement());
        event.set("data", EventJson.mapper().valueToTree(data));
        try {
            producer.send(new ProducerRecord<>(
                    entry.topic(),
                    data.partitionKey(),
                    EventJson.mapper().writeValueAsString(event).getBytes(UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
