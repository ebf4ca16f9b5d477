package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.MerkleTree;
import cn.shequ.kit.worker.Worker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/**
 * Many writers, some slow, some changing their minds; two processes that number and publish, both losing their
 * connections again and again. In the end the log has each committed event once, without gaps; the topic has each at
 * least once, in the order of its key.
 */
class LogUnderLoadTest {
    private static final int WRITERS = 12;
    private static final int TRANSACTIONS_EACH = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LogDatabase database = new LogDatabase();
    private final EventLogConfig config = LogSettings.of(
            "load" + ProcessHandle.current().pid(),
            Map.of("shequ.event-log.batch-size", "50", "shequ.event-log.partitions", "4"));
    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> committedByKey = new ConcurrentHashMap<>();

    @Test
    void losesAndRepeatsNothing() throws Exception {
        long seed = System.nanoTime();
        List<Worker> workers = new ArrayList<>();
        for (int process = 0; process < 2; process++) {
            workers.addAll(process());
        }
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                running.add(writers.submit(() -> write(number, seed + number)));
            }
            while (running.stream().anyMatch(writer -> !writer.isDone())) {
                cutWorkers();
                await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        await().atMost(PATIENCE)
                .until(() -> database.single(Long.class, "SELECT count(*) FROM event_log") == committed.size());
        await().atMost(PATIENCE)
                .until(() ->
                        database.single(Long.class, "SELECT next_sequence FROM event_publication") == committed.size());
        workers.forEach(Worker::stop);
        workers.forEach(Worker::close);

        String context = "seed " + seed;
        assertGapless(context);
        assertTree(context);
        assertTopic(context);
    }

    private List<Worker> process() {
        Bells bells = new Bells();
        Topics topics = new Topics(LogSettings.kafka(), config.partitions(), config.replication());
        Sequencer sequencer = new Sequencer(true, config.batchSize());
        Connections connections = () -> database.connect("worker");
        return List.of(
                new Worker(
                                "sequencer",
                                new Sequencing(
                                        connections, sequencer, bells, config.pollInterval(), config.gathering()))
                        .start(),
                new Worker("listener", new NumberedListener(connections, bells.numbered)).start(),
                new Worker("publisher", new Publisher(connections, LogSettings.kafka(), topics, config, bells.numbered))
                        .start());
    }

    /** One writer has one key, so the order of its commits is the order that readers must see. */
    private void write(int number, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String key = "220102%06d".formatted(number);
        try (Handle handle = database.open()) {
            for (int i = 0; i < TRANSACTIONS_EACH; i++) {
                List<String> subjects = new ArrayList<>();
                handle.begin();
                for (int event = random.nextInt(1, 6); event > 0; event--) {
                    String subject = UUID.randomUUID().toString();
                    LogDatabase.insert(handle, LogDatabase.event(subject, key));
                    subjects.add(subject);
                }
                if (random.nextInt(10) == 0) {
                    // Others overtake it.
                    handle.execute("SELECT pg_sleep(?)", random.nextDouble(0.2));
                }
                if (random.nextInt(5) == 0) {
                    handle.rollback();
                } else {
                    handle.commit();
                    committed.addAll(subjects);
                    committedByKey
                            .computeIfAbsent(key, any -> new ArrayList<>())
                            .addAll(subjects);
                }
            }
        }
    }

    private void cutWorkers() throws SQLException {
        database.cutConnections("worker");
    }

    private void assertGapless(String context) {
        List<NumberedEvent> log = database.log();
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).sequence()).as(context).isEqualTo(i);
        }
        assertThat(database.subjectsInLog()).as(context).doesNotHaveDuplicates().hasSameElementsAs(committed);
        Map<String, List<String>> numbered = new HashMap<>();
        log.forEach(event -> numbered.computeIfAbsent(event.partitionKey(), key -> new ArrayList<>())
                .add(subject(event.bytes())));
        assertThat(numbered).as(context).isEqualTo(committedByKey);
    }

    private void assertTree(String context) {
        Frontier expected = new Frontier();
        database.log().forEach(event -> expected.append(event.leafHash()));
        try (Handle handle = database.open()) {
            MerkleTree tree = new MerkleTree(nodes -> MerkleNodes.find(handle, nodes));
            assertThat(tree.root(expected.size())).as(context).isEqualTo(expected.root());
        }
    }

    private void assertTopic(String context) {
        Map<String, Set<String>> firstSeen = new HashMap<>();
        for (ConsumerRecord<String, byte[]> each : TopicReader.read(config.topic())) {
            firstSeen.computeIfAbsent(each.key(), key -> new LinkedHashSet<>()).add(subject(each.value()));
        }
        assertThat(firstSeen.keySet()).as(context).isEqualTo(committedByKey.keySet());
        firstSeen.forEach(
                (key, subjects) -> assertThat(List.copyOf(subjects)).as(context).isEqualTo(committedByKey.get(key)));
    }

    private static String subject(byte[] bytes) {
        String event = new String(bytes, UTF_8);
        int start = event.lastIndexOf("\"subject\":\"") + 11;
        return event.substring(start, event.indexOf('"', start));
    }
}
