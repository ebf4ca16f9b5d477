package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.funding.BenchOptions.Part;
import cn.shequ.benchmarks.load.Machine;
import cn.shequ.localstack.Directories;
import cn.shequ.localstack.postgres.Sizing;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./shequ bench funding}. */
public final class FundingBench {

    private FundingBench() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        BenchOptions options = BenchOptions.parse(List.of(arguments));
        Path data = Files.createTempDirectory("shequ-bench-");
        try {
            measure(options, data, System.out);
        } finally {
            Directories.delete(data);
        }
        System.exit(0);
    }

    static void measure(BenchOptions options, Path data, PrintStream out) throws Exception {
        out.println(Machine.describe(data));
        if (options.events() > 0) {
            new Growth(options, out).measure(data);
            return;
        }
        if (options.parts().contains(Part.VERIFICATION)) {
            new Proof(options, out).measure(data);
        }
        if (options.parts().equals(Set.of(Part.VERIFICATION))) {
            return;
        }
        try (Bench bench = Bench.start(options, data, Sizing.NOTEBOOK)) {
            double most =
                    options.parts().contains(Part.POSTING) || options.parts().contains(Part.LATENCY)
                            ? new Posting(bench, out).measure()
                            : 0;
            if (options.parts().contains(Part.BATCH)) {
                new Batch(bench, out).measure();
            }
            if (options.parts().contains(Part.LATENCY)) {
                new Visibility(bench, out).measure(most);
            }
            if (options.parts().contains(Part.EXPORT)) {
                new Export(bench, out).measure();
            }
        }
    }
}
