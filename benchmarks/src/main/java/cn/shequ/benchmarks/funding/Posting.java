package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.Load;
import cn.shequ.benchmarks.load.Run;
import cn.shequ.benchmarks.town.Town;
import cn.shequ.localstack.postgres.Databases;
import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Single expenditures: an approval books the entry that reserves the money, with its event. (a) against (b), in turns, so
 * that what the machine does meanwhile meets both.
 */
final class Posting {

    /** A server runs for weeks: it is warm when so many runs in a row were no faster than the best before them. */
    private static final int RUNS_WITHOUT_GAIN = 6;

    private static final int MOST_WARM_UP_RUNS = 100;
    /** Expenditures laid ready for each second of a run; a run that uses them up ends early. */
    private static final int READY_PER_SECOND = 2_000;

    private final Bench bench;
    private final PrintStream out;
    private final List<UUID> many;
    private final Map<Integer, Supply> rawSupplies = new LinkedHashMap<>();
    private final Map<Integer, Supply> serviceSupplies = new LinkedHashMap<>();

    Posting(Bench bench, PrintStream out) throws Exception {
        this.bench = bench;
        this.out = out;
        this.many = bench.town().funds();
        Databases databases = bench.suite().addresses().requireDatabases();
        for (List<UUID> funds : List.of(many.subList(0, 1), many)) {
            rawSupplies.put(funds.size(), supply(bench.raw(), funds));
            serviceSupplies.put(funds.size(), supply(databases.asApp(Bench.DATABASE), funds));
        }
    }

    private Supply supply(Connection connection, List<UUID> funds) {
        return new Supply(connection, bench.town().ledger(), funds);
    }

    private record Setting(int clients, int funds) {

        /** As the first columns of a row. */
        @Override
        public String toString() {
            return clients + " | " + funds + " | ";
        }
    }

    /** Returns what the service did at the most clients over all funds. */
    double measure() throws Exception {
        Map<Setting, List<Run>> raw = new LinkedHashMap<>();
        Map<Setting, List<Run>> service = new LinkedHashMap<>();
        Setting most = new Setting(bench.options().clients().getLast(), many.size());
        warmUp();
        for (int round = 0; round < bench.options().rounds(); round++) {
            for (int funds : List.of(1, many.size())) {
                for (int clients : bench.options().clients()) {
                    Setting setting = new Setting(clients, funds);
                    raw.computeIfAbsent(setting, each -> new ArrayList<>())
                            .add(raw(setting, bench.options().run()));
                    service.computeIfAbsent(setting, each -> new ArrayList<>())
                            .add(service(setting, bench.options().run()));
                }
            }
        }
        out.println(Run.head("clients | funds | what", 3, "posting", "(b)/(a)"));
        raw.forEach((setting, runs) -> {
            Run limit = Run.median(runs);
            Run measured = Run.median(service.getOrDefault(setting, List.of()));
            out.println(limit.row(setting + "(a) plain JDBC", ""));
            String ratio = String.format(Locale.ROOT, "%.0f%%", 100 * measured.perSecond() / limit.perSecond());
            out.println(measured.row(setting + "(b) the service", ratio));
        });
        return Run.median(service.getOrDefault(most, List.of())).perSecond();
    }

    /** Until the service's JVM has compiled what is hot, and every connection has planned what it runs. */
    void warmUp() throws Exception {
        Setting most = new Setting(bench.options().clients().getLast(), many.size());
        double best = 0;
        int withoutGain = 0;
        for (int run = 0; withoutGain < RUNS_WITHOUT_GAIN && run < MOST_WARM_UP_RUNS; run++) {
            double perSecond = service(most, bench.options().run()).perSecond();
            withoutGain = perSecond > best ? 0 : withoutGain + 1;
            best = Math.max(best, perSecond);
        }
        for (int run = 0; run < RUNS_WITHOUT_GAIN; run++) {
            raw(most, bench.options().run());
        }
    }

    /** One run of the raw limit over all funds, for what is compared with it. */
    Run raw(int clients) throws Exception {
        return raw(new Setting(clients, many.size()), bench.options().run());
    }

    /** One run of the service over all funds. */
    Run service(int clients) throws Exception {
        return service(new Setting(clients, many.size()), bench.options().run());
    }

    private Run raw(Setting setting, Duration duration) throws Exception {
        Supply supply = ready(rawSupplies, setting, duration);
        return Load.run(
                setting.clients(),
                duration,
                () -> new RawPoster(bench.rawPool(), bench.town().ledger(), supply),
                bench.processes());
    }

    private Run service(Setting setting, Duration duration) throws Exception {
        Supply supply = ready(serviceSupplies, setting, duration);
        URI service = bench.service();
        String token = Town.token(bench.suite().addresses().mint(), "bench-approver", "subdistrict-approver");
        Run run = Load.run(
                setting.clients(), duration, () -> new ServicePoster(service, token, supply), bench.processes());
        bench.awaitNumbered();
        return run;
    }

    private static Supply ready(Map<Integer, Supply> supplies, Setting setting, Duration duration) throws Exception {
        Supply supply = supplies.get(setting.funds());
        if (supply == null) {
            throw new IllegalStateException("no funds " + setting.funds());
        }
        int perSecond = setting.clients() == 1 ? READY_PER_SECOND / 4 : READY_PER_SECOND;
        supply.require((int) (duration.toMillis() * perSecond / 1000));
        return supply;
    }
}
