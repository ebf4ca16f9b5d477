package cn.shequ.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.localstack.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in the error headers of a topic's dead letters. */
final class DeadLetterReader {
    private DeadLetterReader() {}

    static List<String> errors(String topic, String key) {
        String bootstrap = Objects.requireNonNull(TestInfrastructure.addresses().kafka());
        List<String> errors = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic + ".dlq").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> {
                    if (letter.key().equals(key)) {
                        errors.add(
                                new String(letter.headers().lastHeader("error").value(), UTF_8));
                    }
                });
            }
        }
        return errors;
    }
}
