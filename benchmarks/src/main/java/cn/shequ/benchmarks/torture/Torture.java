package cn.shequ.benchmarks.torture;

import cn.shequ.benchmarks.town.Town;
import cn.shequ.localstack.Directories;
import cn.shequ.localstack.postgres.Sizing;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

/**
 * Kills the funding service, Kafka, PostgreSQL, or two of them, at random moments while clients post; lets everything come
 * back; and compares what is there with what the clients were told. What a seed decides is who is killed and when; where
 * exactly that meets a transaction is chance, and meant to be.
 */
public final class Torture {

    private static final int CLERKS = 8;
    /** How many commands show that the load has begun, and that it goes on. */
    private static final int WARM = 60;

    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Duration ENDING = Duration.ofMinutes(5);
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx320m", "-Xss512k");

    private final Path home;
    private final Path data;
    private final int rounds;
    private final long seed;
    private final PrintStream out;

    /**
     * @param home the root of the source tree, with the funding service built
     * @param data a directory for data and logs
     */
    public Torture(Path home, Path data, int rounds, long seed, PrintStream out) {
        this.home = home;
        this.data = data;
        this.rounds = rounds;
        this.seed = seed;
        this.out = out;
    }

    /** Everything that is wrong after all rounds; empty when the ledger is as the clients were told. */
    public List<String> run() throws IOException, SQLException {
        RandomGenerator random = new Random(seed);
        List<Round> done = new ArrayList<>();
        out.println("seed " + seed + ", data in " + data);
        try (KillableSuite suite =
                KillableSuite.start(home, data, Set.of(SuiteService.FUNDING), JVM, Sizing.NOTEBOOK)) {
            Town town = Town.build(suite.addresses().requireDatabases(), CLERKS);
            Desk desk = new Desk(
                    suite.services().uri(SuiteService.FUNDING),
                    suite.addresses().mint());
            List<Clerk> clerks = town.funds().stream()
                    .map(fund -> new Clerk(desk, town.ledger(), fund, new Random(random.nextLong())))
                    .toList();
            Auditor auditor = new Auditor(desk, Files.createDirectories(data.resolve("audit")));
            for (int number = 1; number <= rounds; number++) {
                Round round = round(number, suite, town, desk, clerks, auditor, random);
                done.add(round);
                out.println(round.line());
            }
        }
        Summary.print(done, out);
        return done.stream().flatMap(round -> round.wrong().stream()).toList();
    }

    private Round round(
            int number,
            KillableSuite suite,
            Town town,
            Desk desk,
            List<Clerk> clerks,
            Auditor auditor,
            RandomGenerator random)
            throws IOException, SQLException {
        long commands = desk.commands.sum();
        long repeated = desk.repeated.sum();
        long replayed = desk.replayed.sum();
        desk.renewTokens();
        Duration killAfter = Duration.ofMillis(200 + random.nextInt(2_500));
        List<Victim> victims = victims(random);
        AtomicBoolean enough = new AtomicBoolean();
        Duration down;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            clerks.forEach(clerk -> working.add(threads.submit(() -> {
                do {
                    clerk.work();
                } while (!enough.get());
            })));
            try {
                awaitCommands(desk, commands + WARM);
                sleep(killAfter);
                down = killAndRevive(suite, victims, random);
                awaitCommands(desk, desk.commands.sum() + WARM);
            } finally {
                enough.set(true);
            }
            for (Future<?> each : working) {
                await(each);
            }
        }
        List<String> wrong = new ArrayList<>();
        long events;
        try (Ledgers ledgers = new Ledgers(suite.addresses().requireDatabases(), town.ledger())) {
            awaitSettled(ledgers);
            wrong.addAll(ledgers.compare(clerks));
            events = ledgers.logSize();
        }
        List<byte[]> feed = auditor.feed();
        if (feed.size() != events) {
            wrong.add("the feed has " + feed.size() + " events, the log " + events);
        }
        wrong.addAll(new Topic(String.valueOf(suite.addresses().kafka())).compare(feed));
        wrong.addAll(auditor.audit());
        return new Round(
                number,
                victims,
                killAfter,
                down,
                desk.commands.sum() - commands,
                desk.repeated.sum() - repeated,
                desk.replayed.sum() - replayed,
                events,
                wrong);
    }

    /** One of the three, or two of them in any order. */
    private static List<Victim> victims(RandomGenerator random) {
        List<Victim> all = new ArrayList<>(List.of(Victim.values()));
        Collections.shuffle(all, new Random(random.nextLong()));
        return List.copyOf(all.subList(0, random.nextInt(3) == 0 ? 2 : 1));
    }

    private static Duration killAndRevive(KillableSuite suite, List<Victim> victims, RandomGenerator random)
            throws IOException {
        long began = System.nanoTime();
        for (Victim victim : victims) {
            victim.kill(suite);
            sleep(Duration.ofMillis(random.nextInt(800)));
        }
        for (Victim victim : victims) {
            victim.revive(suite);
        }
        suite.services().awaitReady(SuiteService.FUNDING);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void awaitCommands(Desk desk, long wanted) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (desk.commands.sum() < wanted && System.nanoTime() < deadline) {
            sleep(Duration.ofMillis(10));
        }
    }

    private static void awaitSettled(Ledgers ledgers) throws SQLException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (!ledgers.isSettled()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("events or vouchers still wait after " + SETTLING.toSeconds() + " s");
            }
            sleep(Duration.ofMillis(50));
        }
    }

    private static void await(Future<?> working) {
        try {
            working.get(ENDING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a client gave up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** {@code ./shequ torture}: 0 when all is well, 1 when not, and then the data stay. */
    public static void main(String[] arguments) throws IOException, SQLException {
        // Kafka's client complains of every broker that is away, and here that is the point.
        Logger.getLogger("").setLevel(Level.OFF);
        TortureOptions options = TortureOptions.parse(List.of(arguments));
        Path data = Files.createTempDirectory("shequ-torture-");
        List<String> wrong = new Torture(options.home(), data, options.rounds(), options.seed(), System.out).run();
        if (wrong.isEmpty()) {
            Directories.delete(data);
        }
        System.exit(wrong.isEmpty() ? 0 : 1);
    }
}
