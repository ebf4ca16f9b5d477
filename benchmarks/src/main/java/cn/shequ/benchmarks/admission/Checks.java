package cn.shequ.benchmarks.admission;

import cn.shequ.benchmarks.admission.Asking.Request;
import cn.shequ.benchmarks.load.Client;
import cn.shequ.benchmarks.load.Hiccups;
import cn.shequ.benchmarks.load.Load;
import cn.shequ.benchmarks.load.OpenLoop;
import cn.shequ.benchmarks.load.Run;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Checks against an empty answer of the same service, in turns, so that what the machine does meanwhile meets both. */
final class Checks {

    private static final double OF_EMPTY = 0.8;
    private static final Duration P99 = Duration.ofMillis(5);
    private static final Duration LOOKING = Duration.ofSeconds(5);
    private static final double GROWTH = 1.1;
    /** A server runs for weeks: it is warm when so many runs in a row were no faster than the best before them. */
    private static final int RUNS_WITHOUT_GAIN = 6;

    private static final int MOST_WARM_UP_RUNS = 60;
    /** Enough that nobody waits behind an earlier question of their own, as systems of different bodies do not. */
    private static final int OPEN_CLIENTS = 64;

    private static final int OPEN_RUNS = 5;
    /** Services that are compared have run alike: so many rounds do not count. */
    private static final int ROUNDS_BEFORE = 10;
    /** What the machine does meanwhile lasts longer than that, so that it meets all that take turns. */
    private static final Duration TURN = Duration.ofMillis(300);

    private final Scene scene;
    private final AdmissionOptions options;
    private final PrintStream out;

    Checks(Scene scene, AdmissionOptions options, PrintStream out) {
        this.scene = scene;
        this.options = options;
        this.out = out;
    }

    /** What so many clients of a scene ask. */
    private record Asked(Scene scene, int clients, Supplier<Request> next) {}

    /** Returns the most checks per second. */
    double measure() throws Exception {
        Supplier<Request> checks = Requests.checks(scene.cities());
        warmUp(checks);
        warmUp(Requests.empty());
        Map<Integer, List<Run>> empty = new LinkedHashMap<>();
        Map<Integer, List<Run>> checked = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (int clients : options.clients()) {
                List<Run> both = inTurns(
                        List.of(new Asked(scene, clients, Requests.empty()), new Asked(scene, clients, checks)));
                empty.computeIfAbsent(clients, each -> new ArrayList<>()).add(both.getFirst());
                checked.computeIfAbsent(clients, each -> new ArrayList<>()).add(both.getLast());
            }
        }
        out.println();
        out.println(Run.head("clients | what", 2, "answer", "of empty"));
        double most = 0;
        double ofEmpty = 0;
        for (int clients : options.clients()) {
            Run nothing = Run.median(empty.getOrDefault(clients, List.of()));
            Run check = Run.median(checked.getOrDefault(clients, List.of()));
            double ratio = check.perSecond() / nothing.perSecond();
            out.println(nothing.row(clients + " | empty", ""));
            out.println(check.row(clients + " | check", percent(ratio)));
            ofEmpty = check.perSecond() > most ? ratio : ofEmpty;
            most = Math.max(most, check.perSecond());
        }
        tell(
                "checks, of the empty answer where there are most",
                percent(ofEmpty),
                percent(OF_EMPTY),
                ofEmpty >= OF_EMPTY);
        return most;
    }

    /**
     * At an even pace, each counted from when it was to begin; empty answers at the same pace tell what of it is the machine's.
     *
     * @param most how many checks per second there can be
     */
    void openLoop(double most) throws Exception {
        double perSecond = options.perSecond() == 0 ? most / 2 : options.perSecond();
        Hiccups machine = Hiccups.measure(LOOKING, P99);
        List<Run> empty = new ArrayList<>();
        List<Run> checked = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            empty.add(paced(perSecond, Requests.empty()));
            checked.add(paced(perSecond, Requests.checks(scene.cities())));
        }
        Run median = Run.median(checked);
        out.println();
        out.println(Run.head("open loop", 1, "answer", "to be asked/s"));
        out.println(Run.median(empty).row("empty", whole(perSecond)));
        out.println(median.row("check", whole(perSecond)));
        out.printf("%nthe machine, before it: %s%n", machine.describe());
        tell(
                String.format(Locale.ROOT, "p99 at %.0f%% of the most", 100 * perSecond / most),
                String.format(Locale.ROOT, "%.2f ms", median.p99()),
                P99.toMillis() + " ms",
                median.p99() < P99.toMillis());
    }

    private Run paced(double perSecond, Supplier<Request> next) throws Exception {
        List<Client.Patient> clients = scene.clients(OPEN_CLIENTS, next);
        try {
            return OpenLoop.run(clients, perSecond, options.run().multipliedBy(OPEN_RUNS), scene.processes());
        } finally {
            close(clients);
        }
    }

    /** Calls of 1,000 questions, and checks of past days. */
    void others() throws Exception {
        out.println();
        out.println(Run.head("clients | what", 2, "call", "checks/s"));
        for (int clients : List.of(1, 8)) {
            Run batch = median(clients, Requests.batches(scene.cities()));
            out.println(batch.row(
                    clients + " | " + Requests.BATCH + " questions in one call",
                    whole(batch.perSecond() * Requests.BATCH)));
            Run past = median(clients, Requests.pastChecks(scene.cities(), Scene.TODAY));
            out.println(past.row(clients + " | check of a past day", whole(past.perSecond())));
        }
    }

    /**
     * Beside a service with many times as many communities, in turns with it: asked about its first city, which is like the
     * one here, and about all of them.
     */
    void growth(Checks many) throws Exception {
        List<City> all = many.scene.cities();
        List<City> first = List.of(all.getFirst());
        many.warmUp(Requests.checks(first));
        many.remember();
        int clients = options.clients().getLast();
        List<Asked> asked = List.of(
                new Asked(scene, clients, Requests.checks(scene.cities())),
                new Asked(many.scene, clients, Requests.checks(first)),
                new Asked(many.scene, clients, Requests.checks(all)));
        List<Run> few = new ArrayList<>();
        List<Run> same = new ArrayList<>();
        List<Run> everywhere = new ArrayList<>();
        for (int round = -ROUNDS_BEFORE; round < options.rounds(); round++) {
            List<Run> figures = inTurns(asked);
            if (round >= 0) {
                few.add(figures.getFirst());
                same.add(figures.get(1));
                everywhere.add(figures.getLast());
            }
        }
        Run before = Run.median(few);
        Run after = Run.median(everywhere);
        int one = first.getFirst().communities().size();
        int every = one * all.size();
        out.println();
        out.println(Run.head("clients | communities | asked about", 3, "answer", "times as slow"));
        out.println(before.row(clients + " | " + one + " | all", ""));
        out.println(
                Run.median(same).row(clients + " | " + every + " | the same " + one, times(before, Run.median(same))));
        out.println(after.row(clients + " | " + every + " | all", times(before, after)));
        double slower = before.perSecond() / after.perSecond();
        tell(
                all.size() + " times as many communities, all of them asked about",
                String.format(Locale.ROOT, "%.2f times as slow", slower),
                String.format(Locale.ROOT, "%.1f", GROWTH),
                slower <= GROWTH);
    }

    /** A server that runs for days has been asked about every community: asks two questions about each. */
    private void remember() throws Exception {
        long began = System.nanoTime();
        Iterator<Request> everywhere = Requests.everywhere(scene.cities());
        List<Client.Patient> client = scene.clients(1, everywhere::next);
        try {
            while (everywhere.hasNext()) {
                client.getFirst().once();
            }
        } finally {
            close(client);
        }
        out.printf(Locale.ROOT, "%nasked about every community in %.0f s%n", (System.nanoTime() - began) / 1e9);
    }

    private static String times(Run before, Run after) {
        return String.format(Locale.ROOT, "%.2f", before.perSecond() / after.perSecond());
    }

    /** A figure of each, over as long as a run takes: they take short turns. */
    private List<Run> inTurns(List<Asked> asked) throws Exception {
        List<List<Client.Patient>> clients = new ArrayList<>();
        List<List<Run>> runs = new ArrayList<>();
        try {
            for (Asked each : asked) {
                clients.add(each.scene().clients(each.clients(), each.next()));
                runs.add(new ArrayList<>());
            }
            for (Duration done = Duration.ZERO; done.compareTo(options.run()) < 0; done = done.plus(TURN)) {
                for (int i = 0; i < asked.size(); i++) {
                    Scene where = asked.get(i).scene();
                    runs.get(i).add(Load.run(clients.get(i), TURN, where.processes()));
                }
            }
        } finally {
            for (List<Client.Patient> each : clients) {
                close(each);
            }
        }
        return runs.stream().map(Run::mean).toList();
    }

    /** Once before it counts. */
    private Run median(int clients, Supplier<Request> next) throws Exception {
        run(clients, next);
        List<Run> runs = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            runs.add(run(clients, next));
        }
        return Run.median(runs);
    }

    private Run run(int howMany, Supplier<Request> next) throws Exception {
        List<Client.Patient> clients = scene.clients(howMany, next);
        try {
            return Load.run(clients, options.run(), scene.processes());
        } finally {
            close(clients);
        }
    }

    /** Until the service's JVM has compiled what is hot. */
    private void warmUp(Supplier<Request> next) throws Exception {
        double best = 0;
        int withoutGain = 0;
        for (int run = 0; withoutGain < RUNS_WITHOUT_GAIN && run < MOST_WARM_UP_RUNS; run++) {
            double perSecond = run(options.clients().getLast(), next).perSecond();
            withoutGain = perSecond > best ? 0 : withoutGain + 1;
            best = Math.max(best, perSecond);
        }
    }

    private static void close(List<Client.Patient> clients) throws Exception {
        for (Client client : clients) {
            client.close();
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    private void tell(String what, String found, String aim, boolean reached) {
        out.printf("%n%s: %s; aim %s: %s%n", what, found, aim, reached ? "reached" : "NOT reached");
    }
}
