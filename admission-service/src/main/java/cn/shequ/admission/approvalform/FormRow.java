package cn.shequ.admission.approvalform;

import cn.shequ.admission.approvalform.FormCell.Style;
import java.util.Arrays;
import java.util.List;

/** Boxes side by side, over the whole width of a form. */
record FormRow(List<FormCell> cells) {

    static final int COLUMNS = 24;

    private static final int LABEL = 4;
    private static final int HALF = COLUMNS / 2;

    FormRow {
        cells = List.copyOf(cells);
        if (cells.stream().mapToInt(FormCell::span).sum() != COLUMNS) {
            throw new IllegalArgumentException("a row is as wide as its form: " + cells);
        }
    }

    /** Whether it only says what the next row is about, and so does not end a page. */
    boolean leads() {
        return cells.stream().allMatch(cell -> cell.style().shaded());
    }

    static FormRow of(FormCell... cells) {
        return new FormRow(Arrays.asList(cells));
    }

    static FormRow heading(String text) {
        return of(FormCell.of(COLUMNS, text, Style.HEADING));
    }

    static FormRow of(String label, String value) {
        return of(FormCell.of(LABEL, label, Style.LABEL), FormCell.of(COLUMNS - LABEL, value, Style.VALUE));
    }

    static FormRow of(String label, String value, String otherLabel, String otherValue) {
        return of(
                FormCell.of(LABEL, label, Style.LABEL),
                FormCell.of(HALF - LABEL, value, Style.VALUE),
                FormCell.of(LABEL, otherLabel, Style.LABEL),
                FormCell.of(HALF - LABEL, otherValue, Style.VALUE));
    }

    /** With a place for who signs. */
    static FormRow signed(String label, String text, String closing) {
        return of(FormCell.of(LABEL, label, Style.LABEL), new FormCell(COLUMNS - LABEL, text, Style.VALUE, closing));
    }
}
