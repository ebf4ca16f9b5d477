package cn.shequ.localstack.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this machine has to give. */
interface Machine {

    /** Memory that programs can still have, in megabytes; a machine that does not tell is taken to have enough. */
    long availableMegabytes();

    /** Linux says it in a file; other systems keep it to themselves. */
    static Machine here() {
        return () -> {
            try {
                Matcher available = Pattern.compile("MemAvailable:\\s+(\\d+) kB")
                        .matcher(Files.readString(Path.of("/proc/meminfo")));
                return available.find() ? Long.parseLong(available.group(1)) / 1024 : Long.MAX_VALUE;
            } catch (IOException e) {
                return Long.MAX_VALUE;
            }
        };
    }
}
