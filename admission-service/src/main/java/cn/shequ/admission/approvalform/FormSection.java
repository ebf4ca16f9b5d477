package cn.shequ.admission.approvalform;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that belong together.
 *
 * @param onNewPage whether it begins a page
 * @param heading stands above them, and again on every page on which they go on
 */
record FormSection(boolean onNewPage, List<FormRow> heading, List<FormRow> rows) {

    FormSection {
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
    }

    Stream<FormCell> cells() {
        return Stream.concat(heading.stream(), rows.stream()).flatMap(row -> row.cells().stream());
    }
}
