package cn.shequ.kit.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Everything in a topic that is committed, partition by partition. A producer whose commit has returned may still be
 * ahead of its own markers in the partitions: so what lies there is waited for, committed or aborted.
 */
final class TopicReader {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicReader() {}

    static List<ConsumerRecord<String, byte[]>> read(String topic) {
        return read(LogSettings.kafka(), topic);
    }

    static List<ConsumerRecord<String, byte[]>> read(Map<String, Object> kafka, String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (var everything = consumer(kafka, "read_uncommitted");
                var committed = consumer(kafka, "read_committed")) {
            List<TopicPartition> partitions = committed.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = everything.endOffsets(partitions);
            committed.assign(partitions);
            committed.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (partitions.stream().anyMatch(partition -> committed.position(partition) < ends.get(partition))) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("a transaction is still open in " + topic + " after " + PATIENCE);
                }
                committed.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> kafka, String isolation) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("isolation.level", isolation);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
