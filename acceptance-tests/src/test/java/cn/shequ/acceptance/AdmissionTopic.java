package cn.shequ.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what admission does not say yet: that a social organisation is registered (Art. 23). */
final class AdmissionTopic {

    private static final String TYPE = "cn.shequ.admission.organisation-registered.v1";
    private static final int PATIENCE_SECONDS = 60;

    private AdmissionTopic() {}

    static void organisationRegistered(String kafka, String creditCode, String division, String name) throws Exception {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", "/admission");
        event.put("type", TYPE);
        event.put("subject", creditCode);
        event.put("time", Instant.now().toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "urn:shequ:event:admission:organisation-registered:v1");
        event.put("division", division);
        event.put("partitionkey", creditCode);
        event.put("sequence", System.nanoTime());
        event.put(
                "data",
                Map.of(
                        "creditCode",
                        creditCode,
                        "division",
                        division,
                        "nameZh",
                        name,
                        "kind",
                        "PRIVATE_NON_ENTERPRISE",
                        "registeredOn",
                        "2025-09-01"));
        send(kafka, creditCode, event);
    }

    private static void send(String kafka, String key, Map<String, Object> event)
            throws JsonProcessingException, ExecutionException, InterruptedException, TimeoutException {
        byte[] bytes = new ObjectMapper().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("admission.events", key, bytes)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
