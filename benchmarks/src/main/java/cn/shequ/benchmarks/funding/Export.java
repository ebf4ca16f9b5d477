package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.HttpConnection;
import cn.shequ.benchmarks.town.Town;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/** The feed as JSON lines against COPY of the same bytes out of the same table. */
final class Export {

    /** The JVM compiles what streams for some seconds. */
    private static final int WARM_UP = 15;

    private final Bench bench;
    private final PrintStream out;

    Export(Bench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    private record Moved(long bytes, double seconds) {
        double megabytesPerSecond() {
            return bytes / 1e6 / seconds;
        }
    }

    /** Over a log that takes a while to read, a tenth of the one that is verified: it is filled first. */
    void measure() throws Exception {
        long events = bench.options().eventsToVerify() / 10;
        new Fill(bench, out, events, events).to(events);
        List<Moved> copies = new ArrayList<>();
        List<Moved> feeds = new ArrayList<>();
        for (int warming = 0; warming < WARM_UP; warming++) {
            copy();
            feed();
        }
        for (int round = 0; round < bench.options().rounds(); round++) {
            copies.add(copy());
            feeds.add(feed());
        }
        double copied = median(copies);
        double fed = median(feeds);
        out.println();
        out.println("| all " + bench.logSize() + " events | MB | MB/s | of COPY |");
        out.println("|---|---|---|---|");
        out.printf(
                Locale.ROOT,
                "| COPY to the client | %.1f | %.1f | |%n",
                copies.getLast().bytes() / 1e6,
                copied);
        out.printf(
                Locale.ROOT,
                "| the feed as JSON lines over HTTP | %.1f | %.1f | %.0f%% |%n",
                feeds.getLast().bytes() / 1e6,
                fed,
                100 * fed / copied);
    }

    private static double median(List<Moved> all) {
        double[] sorted =
                all.stream().mapToDouble(Moved::megabytesPerSecond).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Moved copy() throws Exception {
        try (Connection connection =
                bench.suite().addresses().requireDatabases().asApp(Bench.DATABASE)) {
            Counter counter = new Counter();
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT bytes FROM event_log ORDER BY sequence) TO STDOUT (FORMAT binary)", counter);
            return new Moved(counter.bytes, (System.nanoTime() - began) / 1e9);
        }
    }

    private Moved feed() throws IOException {
        String token = Town.token(bench.suite().addresses().mint(), "bench-auditor", "auditor");
        String headers = "Authorization: Bearer " + token + "\r\nAccept: application/x-ndjson\r\n";
        long began = System.nanoTime();
        try (HttpConnection connection = new HttpConnection(bench.service(), headers)) {
            long bytes = connection.download("/v1/fund-events?from=0");
            return new Moved(bytes, (System.nanoTime() - began) / 1e9);
        }
    }

    /** Takes everything and keeps nothing. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] content, int from, int length) {
            bytes += length;
        }
    }
}
