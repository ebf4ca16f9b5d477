package cn.shequ.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/**
 * One run's figures, or the median of several, figure by figure.
 *
 * @param perSecond how often it was done
 * @param p50 in milliseconds, as are the others
 * @param load processor milliseconds for each, as are the others; {@code load} is the load generator's own
 */
public record Run(
        double perSecond,
        double p50,
        double p99,
        double p999,
        double load,
        double service,
        double postgres,
        double kafka) {

    /**
     * The head of a table of runs.
     *
     * @param setting the columns before the figures, and how many
     * @param unit what is done again and again
     * @param ratio what the ratio is of
     */
    public static String head(String setting, int columns, String unit, String ratio) {
        return "| " + setting + " | " + unit + "s/s | p50 ms | p99 ms | p99.9 ms | " + ratio + " | CPU ms per " + unit
                + ": load | service | PostgreSQL | Kafka |\n|" + "---|".repeat(columns + 9);
    }

    static Run of(Histogram nanos, double seconds, Processes.Used used) {
        double count = Math.max(1, nanos.getTotalCount());
        return new Run(
                nanos.getTotalCount() / seconds,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getValueAtPercentile(99.9) / 1e6,
                used.load() * 1000 / count,
                used.service() * 1000 / count,
                used.postgres() * 1000 / count,
                used.kafka() * 1000 / count);
    }

    public static Run median(List<Run> runs) {
        return eachFigure(runs, Run::middle);
    }

    /** The mean of several of the same length, figure by figure: as much as was done in all of them, in all of their time. */
    public static Run mean(List<Run> runs) {
        return eachFigure(runs, figures -> figures.average().orElseThrow());
    }

    private static Run eachFigure(List<Run> runs, ToDoubleFunction<DoubleStream> of) {
        ToDoubleFunction<ToDoubleFunction<Run>> figure =
                each -> of.applyAsDouble(runs.stream().mapToDouble(each));
        return new Run(
                figure.applyAsDouble(Run::perSecond),
                figure.applyAsDouble(Run::p50),
                figure.applyAsDouble(Run::p99),
                figure.applyAsDouble(Run::p999),
                figure.applyAsDouble(Run::load),
                figure.applyAsDouble(Run::service),
                figure.applyAsDouble(Run::postgres),
                figure.applyAsDouble(Run::kafka));
    }

    private static double middle(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** @param setting the columns before the figures */
    public String row(String setting, String ratio) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.2f | %s | %.2f | %.2f | %.2f | %.2f |",
                setting,
                perSecond,
                p50,
                p99,
                p999,
                ratio,
                load,
                service,
                postgres,
                kafka);
    }
}
