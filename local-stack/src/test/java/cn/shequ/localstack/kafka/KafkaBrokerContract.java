package cn.shequ.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a service may rely on, wherever its broker came from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KafkaBrokerContract {

    KafkaBroker kafka;

    abstract KafkaBroker start() throws Exception;

    @BeforeAll
    void begin() throws Exception {
        kafka = start();
    }

    @AfterAll
    void stop() {
        kafka.close();
    }

    @Test
    void a_reader_sees_committed_records_in_order_and_none_that_were_aborted() throws Exception {
        create(kafka, "funding.events");
        try (KafkaProducer<String, String> producer = producer(kafka, "funding")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("funding.events", "ledger", "1"));
            producer.send(new ProducerRecord<>("funding.events", "ledger", "2"));
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("funding.events", "ledger", "never"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("funding.events", "ledger", "3"));
            producer.commitTransaction();
        }
        assertThat(read(kafka, "funding.events", 3)).containsExactly("1", "2", "3");
    }

    @Test
    void a_second_producer_of_the_same_name_fences_the_first() throws Exception {
        create(kafka, "admission.events");
        try (KafkaProducer<String, String> first = producer(kafka, "admission");
                KafkaProducer<String, String> second = producer(kafka, "admission")) {
            first.initTransactions();
            second.initTransactions();
            first.beginTransaction();
            assertThatThrownBy(() -> {
                        first.send(new ProducerRecord<>("admission.events", "k", "v"));
                        first.commitTransaction();
                    })
                    // Which of the two depends on whether the partition or the coordinator notices first.
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
    }

    @Test
    void a_topic_nobody_created_does_not_appear_by_being_asked_for() {
        try (Admin admin = admin(kafka)) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("misspelt.events"))
                            .allTopicNames()
                            .get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    /** Writes one record, in a transaction, to a new topic. */
    static void keep(KafkaBroker kafka, String topic, String value) throws Exception {
        create(kafka, topic);
        try (KafkaProducer<String, String> producer = producer(kafka, topic)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "k", value));
            producer.commitTransaction();
        }
    }

    private static void create(KafkaBroker kafka, String topic) throws Exception {
        try (Admin admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(60, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(KafkaBroker kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static KafkaProducer<String, String> producer(KafkaBroker kafka, String name) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", name),
                new StringSerializer(),
                new StringSerializer());
    }

    static List<String> read(KafkaBroker kafka, String topic, int expected) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "reader-of-" + topic,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<String, String> received : consumer.poll(Duration.ofMillis(200))) {
                    values.add(received.value());
                }
                return values.size() >= expected;
            });
        }
        return values;
    }
}
