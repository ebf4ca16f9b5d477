package cn.shequ.benchmarks.admission;

import cn.shequ.benchmarks.fill.Cleaning;
import cn.shequ.benchmarks.fill.Indexes;
import cn.shequ.benchmarks.load.Client;
import cn.shequ.benchmarks.load.Processes;
import cn.shequ.localstack.postgres.Databases;
import cn.shequ.localstack.postgres.Sizing;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** What is measured: the admission service with its own PostgreSQL (fsync on), Kafka and issuer, and the cities in it. */
final class Scene implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String DATABASE = "admission";
    private static final List<String> TABLES = List.of(
            "division",
            "division_ancestry",
            "department",
            "task_application",
            "placement",
            "placement_funding",
            "placement_state",
            "exit_proposal",
            "exit_proposal_placement",
            "exit_decision");
    /**
     * A server's JVM, not the notebook's of ./shequ up; and the empty answer to compare with. Three quarters of it
     * are young and stay so large, so that the collector runs every few seconds, finds nearly nothing alive and makes no new
     * pages ready; they are huge ones where the kernel has them, and there before anything is measured.
     */
    private static final List<String> JVM = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseParallelGC",
            "-XX:-UseAdaptiveSizePolicy",
            "-Xms4g",
            "-Xmx4g",
            "-Xmn3g",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseTransparentHugePages",
            "-Dshequ.bench.empty=true");

    private final KillableSuite suite;
    private final PrintStream out;
    private final int communities;
    private final List<City> cities = new ArrayList<>();

    private Scene(KillableSuite suite, PrintStream out, int communities) {
        this.suite = suite;
        this.out = out;
        this.communities = communities;
    }

    /** @param communities how many each city has at most */
    static Scene start(Path home, Path data, List<String> further, int communities, PrintStream out)
            throws IOException {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(further);
        return new Scene(
                KillableSuite.start(home, data, Set.of(SuiteService.ADMISSION), jvm, Sizing.SERVER), out, communities);
    }

    /**
     * Fills further cities until there are so many, and leaves the tables clean. The first is written under every trigger
     * and foreign key; those of the others, which are alike, are left out for time.
     */
    void fill(int howMany) throws IOException, SQLException {
        long began = System.nanoTime();
        try (Connection server = databases().asSuperuser(DATABASE);
                Statement sql = server.createStatement()) {
            CityFill fill = new CityFill(server, communities, TODAY);
            if (cities.isEmpty()) {
                cities.add(fill.write(0, true));
            }
            if (cities.size() < howMany) {
                further(server, fill, howMany);
            }
            sql.execute("VACUUM (ANALYZE) " + String.join(", ", TABLES));
            sql.execute("CHECKPOINT");
            try (ResultSet row = sql.executeQuery("""
                    SELECT (SELECT count(*) FROM division WHERE level = 'COMMUNITY'), count(*),
                           pg_database_size(current_database()), current_setting('fsync')
                    FROM placement""")) {
                row.next();
                if (!row.getString(4).equals("on")) {
                    throw new IllegalStateException("figures without fsync are no figures");
                }
                out.printf(
                        Locale.ROOT,
                        "filled: %,d communities, %,d placements, %.2f GB, in %.0f s%n",
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3) / 1e9,
                        (System.nanoTime() - began) / 1e9);
            }
        }
    }

    /** Without the indexes that no key needs; they are built at the end. */
    private void further(Connection server, CityFill fill, int howMany) throws SQLException {
        Cleaning.byItself(databases(), false);
        Indexes indexes = Indexes.drop(server, TABLES);
        while (cities.size() < howMany) {
            cities.add(fill.write(cities.size(), false));
        }
        try (Statement sql = server.createStatement()) {
            sql.execute("SET maintenance_work_mem = '512MB'");
            indexes.create(sql);
        }
        Cleaning.byItself(databases(), true);
    }

    /** A superuser's connection to what was filled. */
    Connection connect() throws SQLException {
        return databases().asSuperuser(DATABASE);
    }

    private Databases databases() {
        return suite.addresses().requireDatabases();
    }

    List<City> cities() {
        return List.copyOf(cities);
    }

    /** Clients of a system of the city, each with its own connection. */
    List<Client.Patient> clients(int howMany, Supplier<Asking.Request> next) throws IOException {
        String token =
                suite.addresses().mint().token("bench-integrator", List.of("system-integrator"), "220100000000", null);
        List<Client.Patient> clients = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            clients.add(new Asking(suite.services().uri(SuiteService.ADMISSION), token, next));
        }
        return clients;
    }

    Processes processes() {
        return new Processes(suite, SuiteService.ADMISSION);
    }

    @Override
    public void close() throws IOException {
        suite.close();
    }
}
