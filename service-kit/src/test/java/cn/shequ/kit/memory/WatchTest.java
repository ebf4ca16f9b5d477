package cn.shequ.kit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.kit.RandomCases;
import cn.shequ.kit.worker.Worker;
import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.postgres.Databases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes that remember the same table, and changes of which neither is told but by the database. */
class WatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PLACES = List.of("a", "b", "c");
    private static final String NAME = "memory" + ProcessHandle.current().pid();

    private final Databases databases = TestInfrastructure.addresses().requireDatabases();
    /** Whoever holds it keeps the server from giving its word. */
    private final ReentrantLock silence = new ReentrantLock();

    private List<Remembering> processes = List.of();

    private final class Remembering {

        private final AtomicInteger reads = new AtomicInteger();
        private final Stamps stamps = new Stamps();
        private final Watch watch;
        private final Worker worker;
        private final Memory<String, Integer> memory;

        Remembering(Duration patience) {
            watch = new Watch(this::listening, stamps, patience);
            worker = new Worker("watch", watch).start();
            memory = new Memory<>(stamps, watch, 10_000, value -> 0, Function.identity());
        }

        private Connection listening() throws SQLException {
            Connection connection = databases.asOwner(NAME);
            connection.setClientInfo("ApplicationName", "watching");
            return silenced(connection);
        }

        int value(String place) {
            return memory.all(Set.of(place), this::read).getOrDefault(place, -1);
        }

        private Map<String, Integer> read(Set<String> places) {
            reads.incrementAndGet();
            return places.stream().collect(Collectors.toMap(Function.identity(), WatchTest.this::stored));
        }
    }

    @BeforeEach
    void aTableThatTellsItsChanges() throws SQLException {
        databases.ensure(NAME);
        try (Handle owner = open()) {
            owner.execute("DROP TABLE IF EXISTS thing");
            owner.execute("CREATE TABLE thing (place text PRIMARY KEY, value int NOT NULL)");
            PLACES.forEach(place -> owner.execute("INSERT INTO thing VALUES (?, 0)", place));
        }
        processes = List.of(new Remembering(Duration.ofMillis(50)), new Remembering(PATIENCE.multipliedBy(2)));
        await().atMost(PATIENCE).until(() -> processes.stream().allMatch(process -> process.watch.isSure()));
    }

    @AfterEach
    void stop() {
        processes.forEach(process -> process.worker.close());
    }

    /** The connection, which gives no word while there is to be silence. */
    private Connection silenced(Connection connection) {
        return around(
                Connection.class,
                connection,
                "createStatement",
                statement -> around(Statement.class, (Statement) statement, "execute", word -> {
                    silence.lock();
                    silence.unlock();
                    return word;
                }));
    }

    private static <T> T around(Class<T> type, T inner, String method, UnaryOperator<Object> then) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    try {
                        Object result = called.invoke(inner, arguments);
                        return called.getName().equals(method) ? then.apply(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void whatNobodyChangesIsReadOnce() {
        Remembering process = processes.getFirst();
        await().atMost(PATIENCE).until(() -> {
            int before = process.reads.get();
            process.value("a");
            process.value("a");
            return process.reads.get() == before;
        });
    }

    @Test
    void whatAnotherProcessChangedIsKnownWithinTheBound() {
        RandomCases.forAll(20, random -> change(random, false));
    }

    @Test
    void andSoItIsWhenTheConnectionThatIsListenedOnIsLost() {
        RandomCases.forAll(10, random -> change(random, true));
    }

    @Test
    void whereTheServerIsLateItsWordIsWaitedForAndNothingIsAskedMeanwhile() {
        Remembering process = processes.getLast();
        rememberedBy(process, "a");
        int before = process.reads.get();
        FutureTask<Integer> answer = new FutureTask<>(() -> process.value("a"));
        silence.lock();
        try {
            await().atMost(PATIENCE).until(() -> silence.getQueueLength() == processes.size());
            await().atMost(PATIENCE).until(() -> !process.watch.isSure());
            Thread waiting = Thread.ofVirtual().start(answer);
            await().atMost(PATIENCE).until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        } finally {
            silence.unlock();
        }
        await().atMost(PATIENCE).until(answer::isDone);
        assertThat(answer.resultNow()).isZero();
        assertThat(process.reads).hasValue(before);
    }

    @Test
    void whoseverPatienceIsAtItsEndAsksTheServer() {
        Remembering process = processes.getFirst();
        rememberedBy(process, "a");
        int before = process.reads.get();
        silence.lock();
        try {
            await().atMost(PATIENCE).until(() -> silence.getQueueLength() == processes.size());
            await().atMost(PATIENCE).until(() -> !process.watch.isSure());
            assertThat(process.value("a")).isZero();
        } finally {
            silence.unlock();
        }
        assertThat(process.reads).hasValue(before + 1);
    }

    private static void rememberedBy(Remembering process, String place) {
        await().atMost(PATIENCE).until(() -> {
            process.value(place);
            return process.memory.of(place).isPresent();
        });
    }

    /** Whatever is asked later than the bound after the change must be answered with it, however slow the machine is. */
    private void change(RandomGenerator random, boolean cut) {
        String place = PLACES.get(random.nextInt(PLACES.size()));
        processes.forEach(process -> process.value(place));
        if (cut) {
            cutWatching();
        }
        int changed = random.nextInt(1, 1_000_000);
        commit(place, changed);
        long committed = System.nanoTime();
        for (Remembering process : processes) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
                boolean late = System.nanoTime() - committed > Watch.BOUND.toNanos();
                int known = process.value(place);
                assertThat(!late || known == changed).isTrue();
                return late;
            });
        }
    }

    private void commit(String place, int value) {
        try (Handle owner = open()) {
            owner.useTransaction(handle -> {
                handle.execute("UPDATE thing SET value = ? WHERE place = ?", value, place);
                handle.execute("SELECT pg_notify('changed', ?)", place);
            });
        }
    }

    private int stored(String place) {
        try (Handle owner = open()) {
            return owner.createQuery("SELECT value FROM thing WHERE place = :place")
                    .bind("place", place)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    private void cutWatching() {
        try (Handle superuser = Jdbi.open(() -> databases.asSuperuser(NAME))) {
            superuser
                    .createQuery("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity"
                            + " WHERE datname = :name AND application_name = 'watching'")
                    .bind("name", NAME)
                    .mapTo(Boolean.class)
                    .list();
        }
    }

    private Handle open() {
        return Jdbi.open(() -> databases.asOwner(NAME));
    }
}
