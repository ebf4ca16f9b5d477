package cn.shequ.kit.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges a table against a catalogue whose entries do not change: what is new is added, what agrees with the entry on record
 * changes nothing, and what contradicts it is refused. So the same table twice has one effect.
 */
public final class CatalogueImport<T> {

    /** Makes an entry of a line. */
    @FunctionalInterface
    public interface LineReader<T> {

        /** The entry, or null when the line has findings. */
        @Nullable
        T read(CsvLine line);
    }

    private final Map<String, Integer> seen = new HashMap<>();
    private final List<LineReport> report = new ArrayList<>();
    private final List<T> added = new ArrayList<>();

    private CatalogueImport() {}

    /**
     * Every line gets its report.
     *
     * @param key of an entry, which its line has in the first column
     * @param onRecord those of the keys that are in the catalogue, by key
     * @param agree whether an entry is the one on record
     */
    public static <T> CatalogueImport<T> judge(
            List<CsvLine> table,
            LineReader<T> reader,
            Function<T, String> key,
            Function<Set<String>, Map<String, T>> onRecord,
            BiPredicate<T, T> agree) {
        Map<CsvLine, T> entries = new LinkedHashMap<>();
        for (CsvLine line : table) {
            T entry = reader.read(line);
            if (entry != null && line.findings().isEmpty()) {
                entries.put(line, entry);
            }
        }
        Map<String, T> recorded =
                onRecord.apply(Set.copyOf(entries.values().stream().map(key).toList()));
        CatalogueImport<T> judged = new CatalogueImport<>();
        for (CsvLine line : table) {
            T entry = entries.get(line);
            judged.report.add(
                    entry == null
                            ? LineReport.refused(line)
                            : judged.judge(line, entry, key.apply(entry), recorded, agree));
        }
        return judged;
    }

    private LineReport judge(CsvLine line, T entry, String key, Map<String, T> recorded, BiPredicate<T, T> agree) {
        Integer earlier = seen.putIfAbsent(key, line.number());
        T before = recorded.get(key);
        if (earlier != null) {
            line.note(line.keyColumn(), "duplicate-code", Map.of("line", earlier));
            return LineReport.refused(line);
        }
        if (before == null) {
            added.add(entry);
            return LineReport.taken(line, Outcome.CREATED);
        }
        if (agree.test(entry, before)) {
            return LineReport.taken(line, Outcome.UNCHANGED);
        }
        line.note(line.keyColumn(), "on-record-otherwise", Map.of("value", key));
        return LineReport.refused(line);
    }

    /** In the order of the table. */
    public List<LineReport> report() {
        return List.copyOf(report);
    }

    /** What is to be added when no line is refused. */
    public List<T> added() {
        return List.copyOf(added);
    }
}
