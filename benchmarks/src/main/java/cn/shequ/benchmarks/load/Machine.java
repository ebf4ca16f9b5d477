package cn.shequ.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** On what the figures were measured. */
public final class Machine {

    private static final int WRITES = 200;
    private static final long MEMORY = 256L << 20;

    private Machine() {}

    public static String describe(Path data) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %d MB memory, load average %.2f, %s %s %s, JDK %s, one fsync %.2f ms, 256 MB of fresh memory in %.0f ms",
                system.getAvailableProcessors(),
                processor(),
                system.getTotalMemorySize() >> 20,
                system.getSystemLoadAverage(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.version(),
                fsyncMillis(data),
                freshMemoryMillis());
    }

    private static String processor() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        if (!Files.exists(facts)) {
            return System.getProperty("os.arch");
        }
        return Files.readString(facts)
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** What the kernel needs to hand out pages and clear them: several times as long where memory has fallen into small pieces. */
    private static double freshMemoryMillis() {
        long began = System.nanoTime();
        try (Arena arena = Arena.ofConfined()) {
            arena.allocate(MEMORY);
            return (System.nanoTime() - began) / 1e6;
        }
    }

    /** The median time that one written block needs to be on the disk: what every commit waits for. */
    private static double fsyncMillis(Path data) throws IOException {
        Path file = Files.createTempFile(data, "fsync-", "");
        long[] nanos = new long[WRITES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocateDirect(8192);
            for (int i = 0; i < WRITES; i++) {
                block.clear();
                long began = System.nanoTime();
                channel.write(block, 0);
                channel.force(false);
                nanos[i] = System.nanoTime() - began;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(nanos);
        return nanos[WRITES / 2] / 1e6;
    }
}
