package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.Load;
import cn.shequ.benchmarks.load.Run;
import cn.shequ.benchmarks.town.Street;
import cn.shequ.localstack.issuer.TokenMint;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

/**
 * Many lines in one request, against the raw limit of single postings measured in turn with it. What is measured is the step
 * that books entries: the batch itself of receipts, the approval of a batch of expenditures.
 */
final class Batch {

    private static final List<Integer> SIZES = List.of(1_000, 10_000);
    /** Each in a ledger and funds of its own. */
    private static final List<Integer> CLIENTS = List.of(1, 4);

    private static final int FUNDS = 100;
    /** Lines of expenditures laid ready for each client and run; in whole batches, one at least. */
    private static final int READY = 5_000;

    private static final String RECEIPTS = "receipts";
    private static final String APPROVALS = "approval of expenditures";

    private final Bench bench;
    private final PrintStream out;
    private final List<Street> streets;

    Batch(Bench bench, PrintStream out) throws Exception {
        this.bench = bench;
        this.out = out;
        this.streets = Street.build(bench.suite().addresses().requireDatabases(), CLIENTS.getLast(), FUNDS);
    }

    private record Setting(String what, int size, int clients) {}

    void measure() throws Exception {
        Posting single = new Posting(bench, out);
        int most = bench.options().clients().getLast();
        List<Run> raw = new ArrayList<>();
        Map<Setting, List<Run>> runs = new LinkedHashMap<>();
        single.warmUp();
        for (Setting setting : settings()) {
            run(setting);
        }
        for (int round = 0; round < bench.options().rounds(); round++) {
            raw.add(single.raw(most));
            for (Setting setting : settings()) {
                runs.computeIfAbsent(setting, each -> new ArrayList<>()).add(run(setting));
            }
        }
        print(most, Run.median(raw).perSecond(), runs);
    }

    /** Receipts come first: they bring the money that the expenditures take. */
    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (String what : List.of(RECEIPTS, APPROVALS)) {
            for (int size : SIZES) {
                CLIENTS.forEach(clients -> settings.add(new Setting(what, size, clients)));
            }
        }
        return settings;
    }

    private Run run(Setting setting) throws Exception {
        URI service = bench.service();
        TokenMint mint = bench.suite().addresses().mint();
        Queue<Street> free = new ArrayDeque<>(streets);
        Run run = Load.run(
                setting.clients(),
                bench.options().run(),
                () -> {
                    Street street = free.remove();
                    return setting.what().equals(RECEIPTS)
                            ? new ReceiptBatchPoster(
                                    service,
                                    street.token(mint, "bench-accountant", "subdistrict-accountant"),
                                    street,
                                    setting.size())
                            : new ApprovalBatchPoster(
                                    service,
                                    street.token(mint, "bench-accountant", "subdistrict-accountant"),
                                    street.token(mint, "bench-approver", "subdistrict-approver"),
                                    street,
                                    setting.size(),
                                    Math.max(1, READY / setting.size()));
                },
                bench.processes());
        bench.awaitNumbered();
        return run;
    }

    private void print(int most, double raw, Map<Setting, List<Run>> runs) {
        out.println();
        out.printf(
                Locale.ROOT,
                "(a) plain JDBC, single postings, %d clients, %d funds: %.0f postings/s%n%n",
                most,
                bench.town().funds().size(),
                raw);
        out.println("| batch | lines | clients | lines/s | p50 ms | p99 ms | of (a) |");
        out.println("|---|---|---|---|---|---|---|");
        runs.forEach((setting, each) -> {
            Run run = Run.median(each);
            double lines = run.perSecond() * setting.size();
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.0f | %.0f | %.0f | %.0f%% |%n",
                    setting.what(),
                    setting.size(),
                    setting.clients(),
                    lines,
                    run.p50(),
                    run.p99(),
                    100 * lines / raw);
        });
    }
}
