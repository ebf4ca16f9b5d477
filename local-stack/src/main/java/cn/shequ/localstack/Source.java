package cn.shequ.localstack;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where PostgreSQL and Kafka come from. The issuer is always ours. */
public enum Source {
    /** Programs that Maven fetched, run as processes of this machine. */
    EMBEDDED(Duration.ofMinutes(3)),
    /** The official images, in the Docker engine of this machine. The first time, they are fetched. */
    CONTAINERS(Duration.ofMinutes(15));

    private static final String VARIABLE = "SHEQU_INFRA";

    private final Duration patience;

    Source(Duration patience) {
        this.patience = patience;
    }

    /** What tests use: as the environment says, and embedded where it says nothing, whatever else is installed. */
    public static Source ofTests() {
        return of(System.getenv(VARIABLE));
    }

    static Source of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return EMBEDDED;
        }
        return Arrays.stream(values())
                .filter(source -> source.id().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(VARIABLE + " is "
                        + Arrays.stream(values()).map(Source::id).collect(Collectors.joining(" or ")) + ", not "
                        + name));
    }

    /** As it is written in the environment and in arguments. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How long everything may take to start. */
    Duration patience() {
        return patience;
    }
}
