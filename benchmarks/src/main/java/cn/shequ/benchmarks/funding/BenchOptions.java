package cn.shequ.benchmarks.funding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param rounds how often each figure is measured; the median counts
 * @param run how long one run takes
 * @param clients at how many clients
 * @param parts which parts are measured
 * @param jvm what the service's JVM is told beyond the usual, a profiler for instance
 * @param events up to how many events the log is filled, and nothing but its growth measured; 0 for the usual run
 * @param kept where the many events are kept for the next run, or null to remove them at the end
 */
record BenchOptions(
        Path home,
        int rounds,
        Duration run,
        List<Integer> clients,
        int eventsToVerify,
        Set<Part> parts,
        List<String> jvm,
        long events,
        @Nullable Path kept) {

    enum Part {
        POSTING,
        BATCH,
        LATENCY,
        EXPORT,
        VERIFICATION
    }

    private static final List<Integer> CLIENTS = List.of(1, 8, 32);

    static BenchOptions parse(List<String> arguments) {
        Path home = Path.of(".");
        boolean quick = false;
        Set<Part> parts = EnumSet.allOf(Part.class);
        List<String> jvm = List.of();
        List<Integer> clients = CLIENTS;
        long events = 0;
        Path kept = null;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--home=")) {
                home = Path.of(value);
            } else if (argument.startsWith("--only=")) {
                parts = Set.of(Part.valueOf(value.toUpperCase(Locale.ROOT)));
            } else if (argument.startsWith("--clients=")) {
                clients = List.of(Integer.valueOf(value));
            } else if (argument.startsWith("--jvm=")) {
                jvm = List.of(value.split(" "));
            } else if (argument.startsWith("--events=")) {
                events = Growth.requireEvents(Long.parseLong(value));
            } else if (argument.startsWith("--data=")) {
                kept = Path.of(value);
            } else if (argument.equals("--quick")) {
                quick = true;
            } else {
                throw new IllegalArgumentException("unknown option " + argument);
            }
        }
        return quick
                ? new BenchOptions(home, 1, Duration.ofMillis(700), clients, 50_000, parts, jvm, events, kept)
                : new BenchOptions(home, 5, Duration.ofSeconds(3), clients, 1_000_000, parts, jvm, events, kept);
    }
}
