package cn.shequ.benchmarks.torture;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one round brought.
 *
 * @param killedAfter how long the load had run
 * @param down from the first kill until the service was ready again
 * @param commands of all clients, each acknowledged in the end
 * @param repeated how often a client had to say a command again
 * @param replayed how many of those had had their effect already
 * @param events how many the log has by now
 * @param wrong what is not as the clients were told; empty when all is well
 */
record Round(
        int number,
        List<Victim> victims,
        Duration killedAfter,
        Duration down,
        long commands,
        long repeated,
        long replayed,
        long events,
        List<String> wrong) {

    String names() {
        return victims.stream()
                .map(victim -> victim.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%5d  %-18s after %5.2f s  down %5.1f s  commands %5d  repeated %4d  replayed %3d  log %7d  %s",
                number,
                names(),
                seconds(killedAfter),
                seconds(down),
                commands,
                repeated,
                replayed,
                events,
                wrong.isEmpty() ? "ok" : "WRONG " + wrong);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
