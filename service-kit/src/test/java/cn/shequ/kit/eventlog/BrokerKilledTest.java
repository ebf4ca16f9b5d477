package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.Publisher.Step;
import cn.shequ.kit.worker.Worker;
import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.KillablePart;
import cn.shequ.localstack.Source;
import cn.shequ.localstack.postgres.Sizing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed with a transaction open, comes back with its data, and the topic is as if nothing had been. */
class BrokerKilledTest {
    private static final int EVENTS = 60;

    @TempDir
    Path data;

    private final int port = FreePort.find();
    private final LogDatabase database = new LogDatabase();
    private final Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + port);
    private final EventLogConfig config =
            LogSettings.of("killed", Map.of("shequ.event-log.batch-size", "10", "shequ.event-log.partitions", "2"));
    private KillablePart broker;

    @BeforeEach
    void begin() throws IOException {
        broker = KillablePart.start(
                new Options(Set.of(Part.KAFKA), data, Map.of(Part.KAFKA, port), Sizing.TESTS, Source.ofTests()));
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
    }

    @Test
    void nothingIsLostOrReorderedWhenTheBrokerIsKilledInTheMiddle() {
        number();
        AtomicInteger batches = new AtomicInteger();
        Topics topics = new Topics(kafka, config.partitions(), config.replication());
        Publisher publisher = new Publisher(database::connect, kafka, topics, config, new Bell()) {
            @Override
            void reached(Step step) {
                if (step == Step.SENT && batches.incrementAndGet() == 3) {
                    broker.kill();
                    restart();
                }
            }
        };
        try (Worker worker = new Worker("publisher", publisher).start()) {
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> database.single(Long.class, "SELECT next_sequence FROM event_publication") == EVENTS);
            assertThat(worker.isClosed()).isFalse();
        }
        assertThat(batches).hasValueGreaterThanOrEqualTo(EVENTS / 10);
        assertTopic();
    }

    private void assertTopic() {
        Map<String, Set<String>> onTopic = new HashMap<>();
        TopicReader.read(kafka, config.topic())
                .forEach(each -> onTopic.computeIfAbsent(each.key(), key -> new LinkedHashSet<>())
                        .add(new String(each.value(), UTF_8)));
        Map<String, Set<String>> inLog = new HashMap<>();
        database.log().forEach(event -> inLog.computeIfAbsent(event.partitionKey(), key -> new LinkedHashSet<>())
                .add(new String(event.bytes(), UTF_8)));
        assertThat(onTopic.keySet()).isEqualTo(inLog.keySet());
        onTopic.forEach((key, events) -> assertThat(List.copyOf(events)).isEqualTo(List.copyOf(inLog.get(key))));
    }

    private void number() {
        EventData[] events = IntStream.range(0, EVENTS)
                .mapToObj(i -> LogDatabase.event(UUID.randomUUID().toString(), "22010200100" + i % 5))
                .toArray(EventData[]::new);
        database.commit(events);
        try (Handle handle = database.open()) {
            assertThat(new Sequencer(false, 1_000).takeTurn(handle)).isEqualTo(Sequencer.Turn.DRAINED);
        }
    }

    private void restart() {
        try {
            broker.restart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
