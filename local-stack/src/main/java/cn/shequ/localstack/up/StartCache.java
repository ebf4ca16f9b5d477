package cn.shequ.localstack.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The JDK's ahead-of-time cache of a service: what an earlier start has loaded and linked, in a file beside the
 * application. It is made once for each build; a JVM for which it was not made starts without it, and more slowly.
 */
public enum StartCache {
    /** Starts as if there were none: what is measured or killed does not depend on what was rehearsed before. */
    NONE,
    /** Starts with the cache, where there is one. */
    USED {
        @Override
        List<String> options(Path application) {
            return Files.exists(file(application))
                    ? List.of("-XX:AOTCache=" + file(application), "-Xlog:aot*=off")
                    : List.of();
        }
    },
    /** Makes the cache of this start when the service stops, which then takes longer. */
    MADE {
        @Override
        List<String> options(Path application) {
            return List.of("-XX:AOTCacheOutput=" + file(application));
        }

        @Override
        Duration shutdown() {
            return Duration.ofMinutes(4);
        }
    };

    /** What the JVM is told about it. */
    List<String> options(Path application) {
        return List.of();
    }

    /** How long a service may take to stop. */
    Duration shutdown() {
        return Duration.ofSeconds(15);
    }

    static Path file(Path application) {
        return application.resolveSibling("start.aot");
    }
}
