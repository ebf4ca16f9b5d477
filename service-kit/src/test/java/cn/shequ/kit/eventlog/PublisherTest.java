package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.Publisher.Step;
import cn.shequ.kit.worker.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublisherTest {
    private static final String WORKER = "publisher";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String[] COMMUNITIES = {"220102001001", "220102001002", "220102001003", "220103002004"};
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LogDatabase database = new LogDatabase();
    private final String service = "svc" + ProcessHandle.current().pid() + "x" + COUNT.incrementAndGet();
    private final EventLogConfig config =
            LogSettings.of(service, Map.of("shequ.event-log.batch-size", "10", "shequ.event-log.partitions", "3"));
    private final Topics topics = new Topics(LogSettings.kafka(), config.partitions(), config.replication());
    private final List<Worker> workers = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.forEach(Worker::stop);
        workers.forEach(Worker::close);
    }

    @Test
    void sends_the_same_bytes_in_order_with_what_a_reader_needs_in_the_headers() {
        number(40);
        start(new Publisher(this::connect, LogSettings.kafka(), topics, config, new Bell()));
        awaitPublished(40);

        List<NumberedEvent> log = database.log();
        List<ConsumerRecord<String, byte[]>> records = TopicReader.read(config.topic());
        assertThat(records).hasSize(40);
        for (ConsumerRecord<String, byte[]> each : records) {
            NumberedEvent event = log.get((int) sequence(each));
            assertThat(each.value()).isEqualTo(event.bytes());
            assertThat(each.key()).isEqualTo(event.partitionKey());
            assertThat(each.timestamp()).isEqualTo(event.occurredAt().toEpochMilli());
            assertThat(header(each, "ce_id")).isEqualTo(event.id().toString());
            assertThat(header(each, "ce_type")).isEqualTo(event.type());
            assertThat(header(each, "content-type")).startsWith("application/cloudevents+json");
        }
        assertOrderedByKey(records);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void killed_at_any_step_it_repeats_but_never_omits_or_reorders(Step step) {
        number(35);
        AtomicInteger deaths = new AtomicInteger();
        start(new Publisher(this::connect, LogSettings.kafka(), topics, config, new Bell()) {
            @Override
            void reached(Step reached) {
                if (reached == step && deaths.incrementAndGet() <= 2) {
                    throw new IllegalStateException("killed at " + step);
                }
            }
        });
        awaitPublished(35);

        assertThat(deaths).hasValueGreaterThan(2);
        assertEachAtLeastOnce(35);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void survives_the_loss_of_its_connection_at_any_step(Step step) {
        number(25);
        AtomicInteger cuts = new AtomicInteger();
        start(new Publisher(this::connect, LogSettings.kafka(), topics, config, new Bell()) {
            @Override
            void reached(Step reached) {
                if (reached == step && cuts.incrementAndGet() == 1) {
                    cutConnections();
                }
            }
        });
        awaitPublished(25);
        assertEachAtLeastOnce(25);
    }

    @Test
    void a_second_process_waits_and_takes_over_when_the_first_is_gone() {
        Worker first = start(new Publisher(this::connect, LogSettings.kafka(), topics, config, new Bell()));
        number(5);
        awaitPublished(5);
        start(new Publisher(this::connect, LogSettings.kafka(), topics, config, new Bell()));
        number(5);
        awaitPublished(10);
        assertThat(TopicReader.read(config.topic())).as("one of them published").hasSize(10);

        first.close();
        number(5);
        awaitPublished(15);
        assertThat(TopicReader.read(config.topic())).hasSize(15);
    }

    @Test
    void an_older_process_that_wakes_up_again_is_fenced_off() {
        number(20);
        AtomicInteger sent = new AtomicInteger();
        start(new Publisher(this::connect, LogSettings.kafka(), topics, config, new Bell()) {
            @Override
            void reached(Step reached) {
                // Paused between sending and committing, it loses its connection and with it the lock; another one
                // takes over and publishes everything before this one commits.
                if (reached == Step.SENT && sent.incrementAndGet() == 1) {
                    cutConnections();
                    start(new Publisher(PublisherTest.this::connect, LogSettings.kafka(), topics, config, new Bell()));
                    awaitPublished(20);
                }
            }
        });
        await().atMost(PATIENCE).until(() -> sent.get() >= 1 && published() == 20);
        stop();
        assertThat(TopicReader.read(config.topic()))
                .as("what the older one sent was never committed")
                .hasSize(20);
        assertEachAtLeastOnce(20);
    }

    @Test
    void a_reset_cursor_refills_the_topic() {
        number(15);
        start(new Publisher(this::connect, LogSettings.kafka(), topics, config, new Bell()));
        awaitPublished(15);
        try (Handle handle = database.open()) {
            handle.execute("UPDATE event_publication SET next_sequence = 5");
        }
        awaitPublished(15);
        List<ConsumerRecord<String, byte[]>> records = TopicReader.read(config.topic());
        assertThat(records).hasSize(25);
        assertThat(records.stream().map(each -> header(each, "ce_id")).distinct())
                .hasSize(15);
    }

    private Worker start(Publisher publisher) {
        Worker worker = new Worker("publisher", publisher).start();
        workers.add(worker);
        return worker;
    }

    private void number(int count) {
        EventData[] events = IntStream.range(0, count)
                .mapToObj(i -> LogDatabase.event(UUID.randomUUID().toString(), COMMUNITIES[i % COMMUNITIES.length]))
                .toArray(EventData[]::new);
        database.commit(events);
        Sequencer sequencer = new Sequencer(false, 1_000);
        try (Handle handle = database.open()) {
            assertThat(sequencer.takeTurn(handle)).isEqualTo(Sequencer.Turn.DRAINED);
        }
    }

    private void awaitPublished(long count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(this::published, next -> next == count);
    }

    private long published() {
        return database.single(Long.class, "SELECT next_sequence FROM event_publication");
    }

    /** Only what the publisher holds is cut, not what the test itself asks with. */
    private Connection connect() throws SQLException {
        return database.connect(WORKER);
    }

    private void cutConnections() {
        try {
            assertThat(database.cutConnections(WORKER)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertEachAtLeastOnce(int count) {
        List<ConsumerRecord<String, byte[]>> records = TopicReader.read(config.topic());
        Map<Long, Set<String>> contents = new HashMap<>();
        records.forEach(each -> contents.computeIfAbsent(sequence(each), number -> new HashSet<>())
                .add(new String(each.value(), UTF_8)));
        assertThat(contents).hasSize(count);
        assertThat(contents.values()).as("repeats are the same bytes").allMatch(each -> each.size() == 1);
        assertOrderedByKey(records);
    }

    /** Leaving out repeats, every key's events come in the order of their numbers. */
    private static void assertOrderedByKey(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Set<Long>> firstSeen = new HashMap<>();
        records.forEach(each -> firstSeen
                .computeIfAbsent(each.key(), key -> new LinkedHashSet<>())
                .add(sequence(each)));
        assertThat(firstSeen.values())
                .allSatisfy(numbers -> assertThat(List.copyOf(numbers)).isSorted());
    }

    private static long sequence(ConsumerRecord<String, byte[]> each) {
        try {
            return EventJson.mapper().readTree(each.value()).get("sequence").asLong();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> each, String name) {
        return new String(each.headers().lastHeader(name).value(), UTF_8);
    }
}
