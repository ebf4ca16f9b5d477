package cn.shequ.admission.approvalform;

/**
 * A box in a row of a form.
 *
 * @param span how many of the row's {@link FormRow#COLUMNS} it takes
 * @param closing what stands at its lower right, as a signature does; empty for nothing
 */
record FormCell(int span, String text, Style style, String closing) {

    /** How a cell looks. */
    enum Style {
        LABEL(true, 10, Align.CENTRE),
        VALUE(false, 10, Align.LEFT),
        CENTRED(false, 10, Align.CENTRE),
        FIGURE(false, 9, Align.RIGHT),
        HEADING(true, 11, Align.CENTRE),
        CODE(true, 14, Align.CENTRE);

        private final boolean bold;
        private final float size;
        private final Align align;

        Style(boolean bold, float size, Align align) {
            this.bold = bold;
            this.size = size;
            this.align = align;
        }

        boolean bold() {
            return bold;
        }

        /** In points. */
        float size() {
            return size;
        }

        Align align() {
            return align;
        }

        boolean shaded() {
            return this == LABEL || this == HEADING;
        }
    }

    /** Where in its box a line stands. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    static FormCell of(int span, String text, Style style) {
        return new FormCell(span, text, style, "");
    }
}
