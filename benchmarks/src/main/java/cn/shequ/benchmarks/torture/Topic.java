package cn.shequ.benchmarks.torture;

import java.nio.ByteBuffer;
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

/** The topic of fund events against the feed: each event at least once, as the same bytes, in order for each key. */
final class Topic {

    private static final String NAME = "funding.events";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap;

    Topic(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** @param feed the events by their numbers */
    List<String> compare(List<byte[]> feed) {
        Map<ByteBuffer, Integer> numbers = new HashMap<>();
        for (int number = 0; number < feed.size(); number++) {
            numbers.put(ByteBuffer.wrap(feed.get(number)), number);
        }
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> newest = new HashMap<>();
        boolean[] seen = new boolean[feed.size()];
        int missing = feed.size();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "enable.auto.commit", "false");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(NAME).stream()
                    .map(info -> new TopicPartition(NAME, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while ((missing > 0 || !atEnd(consumer, partitions)) && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(POLL)) {
                    Integer number = numbers.get(ByteBuffer.wrap(event.value()));
                    if (number == null) {
                        wrong.add("Kafka has what the log has not, at " + event.partition() + "/" + event.offset());
                    } else if (!seen[number]) {
                        seen[number] = true;
                        missing--;
                        if (newest.merge(event.key(), number, Math::max) > number) {
                            wrong.add("event " + number + " comes late on Kafka");
                        }
                    }
                }
            }
        }
        if (missing > 0) {
            wrong.add(missing + " events are not on Kafka");
        }
        return wrong;
    }

    private static boolean atEnd(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    }
}
