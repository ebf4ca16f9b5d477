package cn.shequ.localstack.up;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.Infrastructure.Part;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./shequ up} was asked for.
 *
 * @param home the root of the source tree, where the built services are
 * @param data where data, logs and process files are kept
 */
public record UpOptions(
        Path home, Path data, Purpose purpose, Map<SuiteService, Integer> servicePorts, Map<Part, Integer> partPorts) {

    /** What is done once everything is ready. */
    public enum Purpose {
        /** On an empty data directory the main flow is played; then it stays. */
        STAY,
        /** It stays, and nothing is loaded. */
        STAY_EMPTY("--empty"),
        /** The main flow is played, then it stops. */
        PLAY_ONCE("--once"),
        /** Time to ready and memory are printed, then it stops. */
        MEASURE("--measure"),
        /** It stops, on free ports meanwhile; every JVM keeps what makes its next start quick. */
        TRAIN("--train");

        private final @Nullable String option;

        Purpose() {
            this(null);
        }

        Purpose(@Nullable String option) {
            this.option = option;
        }

        static Optional<Purpose> of(String option) {
            return Arrays.stream(values())
                    .filter(purpose -> option.equals(purpose.option))
                    .findAny();
        }

        boolean stays() {
            return this == STAY || this == STAY_EMPTY;
        }
    }

    private static final Map<Part, Integer> DEFAULT_PARTS =
            Map.of(Part.ISSUER, 8180, Part.POSTGRES, 5433, Part.KAFKA, 9093);

    public UpOptions {
        servicePorts = Map.copyOf(servicePorts);
        partPorts = Map.copyOf(partPorts);
    }

    static UpOptions parse(List<String> arguments, Map<String, String> environment) throws CannotStart {
        Path home = Path.of("").toAbsolutePath();
        Path data = null;
        Purpose purpose = Purpose.STAY;
        for (String argument : arguments) {
            Optional<Purpose> wanted = Purpose.of(argument);
            if (wanted.isPresent()) {
                purpose = only(purpose, wanted.get());
            } else if (argument.startsWith("--home=")) {
                home = after(argument);
            } else if (argument.startsWith("--data=")) {
                data = after(argument);
            } else {
                throw new CannotStart("unknown option: " + argument + " (./shequ up --help)");
            }
        }
        Map<SuiteService, Integer> servicePorts = servicePorts(environment);
        Map<Part, Integer> partPorts = partPorts(environment);
        if (purpose == Purpose.TRAIN) {
            servicePorts.replaceAll((service, port) -> FreePort.find());
            partPorts.replaceAll((part, port) -> FreePort.find());
        }
        return new UpOptions(home, data == null ? home.resolve("data") : data, purpose, servicePorts, partPorts);
    }

    private static Purpose only(Purpose before, Purpose wanted) throws CannotStart {
        if (before != Purpose.STAY && before != wanted) {
            throw new CannotStart(before.option + " and " + wanted.option + " are two different runs: choose one");
        }
        return wanted;
    }

    private static Path after(String argument) {
        return Path.of(argument.substring(argument.indexOf('=') + 1)).toAbsolutePath();
    }

    private static Map<SuiteService, Integer> servicePorts(Map<String, String> environment) throws CannotStart {
        Map<SuiteService, Integer> ports = new EnumMap<>(SuiteService.class);
        for (SuiteService service : SuiteService.values()) {
            ports.put(service, port(environment, variable(service.name()), service.defaultPort()));
        }
        return ports;
    }

    private static Map<Part, Integer> partPorts(Map<String, String> environment) throws CannotStart {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, port(environment, variable(part.name()), DEFAULT_PARTS.getOrDefault(part, 0)));
        }
        return ports;
    }

    /** The environment variable that moves a process to another port. */
    static String variable(String process) {
        return "SHEQU_" + process + "_PORT";
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) throws CannotStart {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new CannotStart(variable + "=" + value + ": a port is a number from 1 to 65535");
        }
        return Integer.parseInt(value);
    }
}
