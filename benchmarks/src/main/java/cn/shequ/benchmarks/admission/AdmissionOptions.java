package cn.shequ.benchmarks.admission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the command line says.
 *
 * @param rounds how often each figure is measured; the median counts
 * @param run how long one run takes
 * @param clients at how many clients
 * @param perSecond how many checks a second the open loop asks; 0 for half of the most
 * @param factor how many times as many communities are filled in the end, to measure the same once more; 1 for no growth
 * @param jvm what the service's JVM is told beyond the usual, a profiler for instance
 */
record AdmissionOptions(
        Path home, int rounds, Duration run, List<Integer> clients, int perSecond, int factor, List<String> jvm) {

    private static final List<Integer> CLIENTS = List.of(1, 8, 32);

    static AdmissionOptions parse(List<String> arguments) {
        Path home = Path.of(".");
        boolean quick = false;
        List<Integer> clients = CLIENTS;
        int perSecond = 0;
        int factor = 1;
        List<String> jvm = List.of();
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--home=")) {
                home = Path.of(value);
            } else if (argument.startsWith("--clients=")) {
                clients = List.of(Integer.valueOf(value));
            } else if (argument.startsWith("--per-second=")) {
                perSecond = Integer.parseInt(value);
            } else if (argument.startsWith("--factor=")) {
                factor = requireFactor(Integer.parseInt(value));
            } else if (argument.startsWith("--jvm=")) {
                jvm = List.of(value.split(" "));
            } else if (argument.equals("--quick")) {
                quick = true;
            } else {
                throw new IllegalArgumentException("unknown option " + argument);
            }
        }
        return quick
                ? new AdmissionOptions(home, 1, Duration.ofMillis(700), clients, perSecond, factor, jvm)
                : new AdmissionOptions(home, 5, Duration.ofSeconds(3), clients, perSecond, factor, jvm);
    }

    private static int requireFactor(int factor) {
        if (factor < 1 || factor > City.MOST) {
            throw new IllegalArgumentException("--factor= takes 1 to " + City.MOST);
        }
        return factor;
    }
}
