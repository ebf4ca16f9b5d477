package cn.shequ.localstack;

import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.postgres.Sizing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of infrastructure as command-line arguments, there and back. */
final class InfrastructureArguments {

    private static final String DATA = "--data=";
    private static final String PART = "--part=";
    private static final String SIZING = "--sizing=";
    private static final String SOURCE = "--source=";

    private InfrastructureArguments() {}

    static List<String> of(Options options) {
        List<String> arguments = new ArrayList<>();
        arguments.add(DATA + options.dataDirectory().toAbsolutePath());
        for (Part part : options.parts()) {
            arguments.add(PART + part.name().toLowerCase(Locale.ROOT) + ":" + options.port(part));
        }
        arguments.add(SIZING + options.sizing().name().toLowerCase(Locale.ROOT));
        arguments.add(SOURCE + options.source().id());
        return arguments;
    }

    static Options parse(List<String> arguments) {
        Path data = null;
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        Sizing sizing = Sizing.TESTS;
        Source source = Source.EMBEDDED;
        for (String argument : arguments) {
            if (argument.startsWith(DATA)) {
                data = Path.of(argument.substring(DATA.length()));
            } else if (argument.startsWith(PART)) {
                String[] nameAndPort = argument.substring(PART.length()).split(":", 2);
                Part part = Part.valueOf(nameAndPort[0].toUpperCase(Locale.ROOT));
                parts.add(part);
                ports.put(part, nameAndPort.length == 1 ? 0 : Integer.parseInt(nameAndPort[1]));
            } else if (argument.startsWith(SIZING)) {
                sizing = Sizing.valueOf(argument.substring(SIZING.length()).toUpperCase(Locale.ROOT));
            } else if (argument.startsWith(SOURCE)) {
                source = Source.of(argument.substring(SOURCE.length()));
            } else {
                throw new IllegalArgumentException("unknown argument " + argument);
            }
        }
        return new Options(parts.isEmpty() ? EnumSet.allOf(Part.class) : parts, required(data), ports, sizing, source);
    }

    private static Path required(@Nullable Path data) {
        if (data == null) {
            throw new IllegalArgumentException(DATA + "<directory> is missing");
        }
        return data;
    }
}
