package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.HttpConnection;
import cn.shequ.benchmarks.town.Town;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How soon an event can be read, at half of the most that the service posts. The clock starts when the posting was
 * acknowledged, which is the first moment at which somebody could ask for it.
 */
final class Visibility {

    private static final int CLIENTS = 16;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":(\\d+)");

    private final Bench bench;
    private final PrintStream out;
    private final Map<String, Long> inFeed = new ConcurrentHashMap<>();
    private final Map<String, Long> onKafka = new ConcurrentHashMap<>();
    private final Histogram feed = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(2), 3);
    private final Histogram kafka = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(2), 3);
    private final AtomicBoolean enough = new AtomicBoolean();
    private final CountDownLatch ready = new CountDownLatch(2);

    Visibility(Bench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    void measure(double most) throws Exception {
        double rate = most / 2;
        Duration duration = bench.options().run().multipliedBy(5);
        Supply supply = new Supply(
                bench.suite().addresses().requireDatabases().asApp(Bench.DATABASE),
                bench.town().ledger(),
                bench.town().funds());
        supply.require((int) (rate * duration.toMillis() / 1000 * 1.2) + CLIENTS);
        FutureTask<Void> feedReader = start(this::readFeed);
        FutureTask<Void> kafkaReader = start(this::readKafka);
        if (!ready.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("nobody reads");
        }
        String token = Town.token(bench.suite().addresses().mint(), "bench-approver", "subdistrict-approver");
        List<FutureTask<Void>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> start(() -> post(token, supply, rate / CLIENTS, duration, i)))
                .toList();
        for (FutureTask<Void> client : clients) {
            client.get(5, TimeUnit.MINUTES);
        }
        awaitRead();
        enough.set(true);
        feedReader.get(1, TimeUnit.MINUTES);
        kafkaReader.get(1, TimeUnit.MINUTES);
        out.println();
        out.println("| visible after, at " + Math.round(rate) + " postings/s | events | p50 ms | p99 ms | p99.9 ms |");
        out.println("|---|---|---|---|---|");
        print("in the feed", feed);
        print("on Kafka", kafka);
    }

    private void print(String where, Histogram of) {
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f |%n",
                where,
                of.getTotalCount(),
                of.getValueAtPercentile(50) / 1e6,
                of.getValueAtPercentile(99) / 1e6,
                of.getValueAtPercentile(99.9) / 1e6);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static FutureTask<Void> start(Work work) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    /** At an even pace; a client that fell behind makes up for it. */
    private void post(String token, Supply supply, double perSecond, Duration duration, int client) throws Exception {
        try (ServicePoster poster = new ServicePoster(bench.service(), token, supply)) {
            long gap = (long) (1e9 / perSecond);
            long due = System.nanoTime() + gap * client / CLIENTS;
            long end = System.nanoTime() + duration.toNanos();
            for (Supply.Expenditure next = supply.next(); next != null && due < end; next = supply.next()) {
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                poster.approve(next);
                acknowledged(next.id().toString());
                due += gap;
            }
        }
    }

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    private void acknowledged(String id) {
        acknowledged.put(id, System.nanoTime());
        settle(id, inFeed, feed);
        settle(id, onKafka, kafka);
    }

    private void seen(String id, Map<String, Long> when, Histogram waited) {
        when.put(id, System.nanoTime());
        settle(id, when, waited);
    }

    /** Whichever of the two comes last counts; an event may be read before its posting's answer has arrived. */
    private void settle(String id, Map<String, Long> when, Histogram waited) {
        Long told = acknowledged.get(id);
        Long read = told == null ? null : when.remove(id);
        if (told != null && read != null) {
            waited.recordValue(Math.max(0, read - told));
        }
    }

    private void awaitRead() throws InterruptedException {
        long deadline = System.nanoTime() + LATE.toNanos();
        while (System.nanoTime() < deadline
                && Math.min(feed.getTotalCount(), kafka.getTotalCount()) < acknowledged.size()) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void readFeed() throws Exception {
        String token = Town.token(bench.suite().addresses().mint(), "bench-auditor", "auditor");
        try (HttpConnection connection = new HttpConnection(
                bench.service(), "Authorization: Bearer " + token + "\r\nAccept: application/json\r\n")) {
            long next = bench.logSize();
            ready.countDown();
            while (!enough.get()) {
                HttpConnection.Answer page = connection.send("GET", "/v1/fund-events?limit=1000&from=" + next, "", "");
                String events = new String(page.body(), StandardCharsets.UTF_8);
                Matcher subject = SUBJECT.matcher(events);
                while (subject.find()) {
                    seen(subject.group(1), inFeed, feed);
                }
                Matcher further = NEXT.matcher(events);
                next = further.find() ? Long.parseLong(further.group(1)) : next;
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private void readKafka() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                String.valueOf(bench.suite().addresses().kafka()),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("funding.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach(consumer::seek);
            ready.countDown();
            while (!enough.get()) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(BETWEEN_LOOKS)) {
                    Matcher subject = SUBJECT.matcher(new String(event.value(), StandardCharsets.UTF_8));
                    if (subject.find()) {
                        seen(subject.group(1), onKafka, kafka);
                    }
                }
            }
        }
    }
}
