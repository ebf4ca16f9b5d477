package cn.shequ.localstack.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Memory a process has in RAM, in kilobytes.
 *
 * @param resident all pages of the process, shared ones too (RSS)
 * @param proportional the same with each shared page divided by those who share it (PSS), or the resident figure
 *     where the system does not tell
 */
record ResidentMemory(long resident, long proportional) {

    static final ResidentMemory NONE = new ResidentMemory(0, 0);

    private static final Pattern RSS = Pattern.compile("(?m)^Rss:\\s+(\\d+) kB");
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    ResidentMemory plus(ResidentMemory other) {
        return new ResidentMemory(resident + other.resident, proportional + other.proportional);
    }

    /** Of a process and all it started. */
    static ResidentMemory ofFamily(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ResidentMemory::of)
                .reduce(NONE, ResidentMemory::plus);
    }

    /** Of one process; one that is gone has none. */
    static ResidentMemory of(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try {
            String text = Files.readString(rollup);
            return new ResidentMemory(kilobytes(RSS, text), kilobytes(PSS, text));
        } catch (IOException e) {
            return askSystem(process.pid());
        }
    }

    private static long kilobytes(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static ResidentMemory askSystem(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            ps.waitFor(5, TimeUnit.SECONDS);
            long kilobytes = answer.isEmpty() ? 0 : Long.parseLong(answer);
            return new ResidentMemory(kilobytes, kilobytes);
        } catch (IOException | NumberFormatException e) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }
}
