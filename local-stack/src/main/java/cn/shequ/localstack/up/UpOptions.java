package cn.shequ.localstack.up;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.Infrastructure.Part;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./shequ up} was asked for.
 *
 * @param home the root of the source tree, where the built services are
 * @param data where data, logs and process files are kept
 * @param once play the main flow, then stop
 * @param empty load nothing
 * @param measure print time to ready and memory, then stop
 * @param train start on free ports and stop again, and let every JVM keep what makes its next start quick
 */
public record UpOptions(
        Path home,
        Path data,
        boolean once,
        boolean empty,
        boolean measure,
        boolean train,
        Map<SuiteService, Integer> servicePorts,
        Map<Part, Integer> partPorts) {

    private static final Map<Part, Integer> DEFAULT_PARTS =
            Map.of(Part.ISSUER, 8180, Part.POSTGRES, 5433, Part.KAFKA, 9093);

    public UpOptions {
        servicePorts = Map.copyOf(servicePorts);
        partPorts = Map.copyOf(partPorts);
    }

    static UpOptions parse(List<String> arguments, Map<String, String> environment) throws CannotStart {
        Path home = Path.of("").toAbsolutePath();
        Path data = null;
        boolean once = false;
        boolean empty = false;
        boolean measure = false;
        boolean train = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--once" -> once = true;
                case "--empty" -> empty = true;
                case "--measure" -> measure = true;
                case "--train" -> train = true;
                case String home_ when home_.startsWith("--home=") -> home = after(home_);
                case String data_ when data_.startsWith("--data=") -> data = after(data_);
                default -> throw new CannotStart("unknown option: " + argument + " (./shequ up --help)");
            }
        }
        if (once && empty) {
            throw new CannotStart("--once checks the main flow and --empty loads nothing: choose one");
        }
        Map<SuiteService, Integer> servicePorts = servicePorts(environment);
        Map<Part, Integer> partPorts = partPorts(environment);
        if (train) {
            servicePorts.replaceAll((service, port) -> FreePort.find());
            partPorts.replaceAll((part, port) -> FreePort.find());
        }
        return new UpOptions(
                home, data == null ? home.resolve("data") : data, once, empty, measure, train, servicePorts, partPorts);
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
