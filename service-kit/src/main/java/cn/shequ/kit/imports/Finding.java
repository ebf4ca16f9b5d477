package cn.shequ.kit.imports;

import java.util.Map;

/**
 * What is wrong with one column of a line.
 *
 * @param code stable; its text stands under {@code field.<code>}
 */
public record Finding(String column, String code, Map<String, Object> figures) {

    /** Instead of a column, where the line as a whole is wrong. */
    public static final String WHOLE_LINE = "line";

    public Finding {
        figures = Map.copyOf(figures);
    }
}
