package cn.shequ.kit.imports;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table, read column by column; what cannot be read is noted, so that a line shows all of its
 * errors at once.
 */
public final class CsvLine {

    private static final int LONGEST_SHOWN = 64;

    private final int number;
    private final List<String> columns;
    private final List<String> values;
    private final List<Finding> findings = new ArrayList<>();

    /** @param number the line in the file, the header being line 1 */
    public CsvLine(int number, List<String> columns, List<String> values) {
        this.number = number;
        this.columns = columns;
        this.values = values;
        if (values.size() != columns.size()) {
            note(
                    Finding.WHOLE_LINE,
                    "wrong-number-of-columns",
                    Map.of("required", columns.size(), "actual", values.size()));
        }
    }

    public int number() {
        return number;
    }

    /** What the line is about: its first column. */
    public String key() {
        return text(keyColumn());
    }

    String keyColumn() {
        return columns.getFirst();
    }

    /** The text of a column; empty where it was left empty, the line is too short, or the table has no such column. */
    public String text(String column) {
        int index = columns.indexOf(column);
        return index >= 0 && index < values.size() ? values.get(index) : "";
    }

    /** The value of a column that must be there; null when it is not or is none, which is noted. */
    public <T> @Nullable T value(String column, String code, Function<String, T> read) {
        String text = text(column);
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException notOne) {
            note(column, text.isEmpty() ? "required" : code, Map.of("value", shown(text)));
            return null;
        }
    }

    /** The value of a column that may be empty. */
    public <T> @Nullable T optional(String column, String code, Function<String, T> read) {
        return text(column).isEmpty() ? null : value(column, code, read);
    }

    /** The text of a column that must be there; null when it is not or is longer, which is noted. */
    public @Nullable String words(String column, int most) {
        String text = text(column);
        if (text.isEmpty() || text.length() > most) {
            note(column, text.isEmpty() ? "required" : "too-long", Map.of("most", most));
            return null;
        }
        return text;
    }

    public void note(String column, String code, Map<String, Object> figures) {
        findings.add(new Finding(column, code, figures));
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Nobody's screen is flooded by what they pasted. */
    public static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
