package cn.shequ.admission.approvalform;

import cn.shequ.admission.approvalform.FormCell.Align;
import cn.shequ.admission.approvalform.FormCell.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell with its lines, as they will be drawn.
 *
 * @param width in points
 */
record FormBox(FormCell cell, FormFont font, float width, List<Line> lines) {

    /** Between a box and what stands in it, in points. */
    static final float PADDING = 4.5f;

    /** Somebody may sign by hand as well. */
    private static final int LINES_TO_SIGN_IN = 5;

    /** A line in its place. */
    record Line(String text, Align align) {}

    static FormBox of(FormCell cell, FormFont font, float width) throws IOException {
        List<Line> lines = lines(cell.text(), cell.style().align(), cell, font, width);
        if (!cell.closing().isEmpty()) {
            List<Line> closing = lines(cell.closing(), Align.RIGHT, cell, font, width);
            do {
                lines.add(new Line("", Align.LEFT));
            } while (lines.size() + closing.size() < LINES_TO_SIGN_IN);
            lines.addAll(closing);
        }
        return new FormBox(cell, font, width, lines);
    }

    private static List<Line> lines(String text, Align align, FormCell cell, FormFont font, float width)
            throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : font.lines(text, width - 2 * PADDING, cell.style().size())) {
            lines.add(new Line(line, align));
        }
        return lines;
    }

    /** Those of its lines that stand in a part of its row; a label stands in every part. */
    List<Line> part(int from, int count) {
        if (cell.style() == Style.LABEL) {
            return lines.subList(0, Math.min(count, lines.size()));
        }
        int first = Math.min(from, lines.size());
        return lines.subList(first, Math.min(first + count, lines.size()));
    }

    /** How far right of its box a line begins, in points. */
    float indent(Line line) throws IOException {
        float left = width - font.width(line.text(), cell.style().size());
        return switch (line.align()) {
            case LEFT -> PADDING;
            case CENTRE -> left / 2;
            case RIGHT -> left - PADDING;
        };
    }
}
