package cn.shequ.benchmarks.admission;

import cn.shequ.benchmarks.load.Machine;
import cn.shequ.localstack.Directories;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./shequ bench admission}. */
public final class AdmissionBench {

    private static final int ALL_COMMUNITIES = 1_000;
    /** As much more than for one city that what is remembered of a hundred is less than half of what may be. */
    private static final List<String> HEAP_OF_MANY = List.of("-Xms6g", "-Xmx6g");

    private AdmissionBench() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        AdmissionOptions options = AdmissionOptions.parse(List.of(arguments));
        Path data = Files.createTempDirectory("shequ-bench-");
        try {
            measure(options, data, System.out);
        } finally {
            Directories.delete(data);
        }
        System.exit(0);
    }

    static void measure(AdmissionOptions options, Path data, PrintStream out) throws Exception {
        out.println(Machine.describe(data));
        try (Scene scene = Scene.start(options.home(), data, options.jvm(), ALL_COMMUNITIES, out)) {
            scene.fill(1);
            Checks checks = new Checks(scene, options, out);
            double most = checks.measure();
            checks.openLoop(most);
            checks.others();
            if (options.factor() > 1) {
                growth(checks, options, Files.createDirectory(data.resolve("many")), out);
            }
        }
    }

    private static void growth(Checks few, AdmissionOptions options, Path data, PrintStream out) throws Exception {
        List<String> jvm = new ArrayList<>(HEAP_OF_MANY);
        jvm.addAll(options.jvm());
        try (Scene scene = Scene.start(options.home(), data, jvm, ALL_COMMUNITIES, out)) {
            scene.fill(options.factor());
            few.growth(new Checks(scene, options, out));
        }
    }
}
