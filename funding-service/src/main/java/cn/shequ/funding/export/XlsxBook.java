package cn.shequ.funding.export;

import cn.shequ.kit.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Tables as the sheets of one workbook, written a few rows at a time. An amount is the exact decimal; one with more
 * digits than a spreadsheet reckons with is text, so that none is rounded unseen.
 */
final class XlsxBook {

    private static final int DIGITS_OF_A_SPREADSHEET = 15;
    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int KEPT = 500;

    private final Workbook workbook;
    private final int rowsOfASheet;

    XlsxBook(OutputStream output) {
        this(output, ROWS_OF_A_SHEET);
    }

    XlsxBook(OutputStream output, int rowsOfASheet) {
        this.workbook = new Workbook(output, "shequ", "1.0");
        this.rowsOfASheet = rowsOfASheet;
    }

    /** The table is written while {@code filling} runs; a sheet that is full goes on in the next one. */
    long sheet(String name, List<String> header, Filling filling) throws IOException {
        Sheets sheets = new Sheets(name, header);
        filling.fill(sheets);
        sheets.present.finish();
        return sheets.rows;
    }

    /** Adds the records of a table. */
    @FunctionalInterface
    interface Filling {
        void fill(Rows rows) throws IOException;
    }

    void end() throws IOException {
        workbook.finish();
    }

    private final class Sheets implements Rows {
        private final String name;
        private final List<String> header;
        private int count = 1;
        private Worksheet present;
        private int next;
        private long rows;

        Sheets(String name, List<String> header) throws IOException {
            this.name = name;
            this.header = header;
            this.present = workbook.newWorksheet(name);
            begin();
        }

        private void begin() {
            for (int column = 0; column < header.size(); column++) {
                present.inlineString(0, column, header.get(column));
                present.style(0, column).bold().set();
            }
            next = 1;
        }

        @Override
        public void add(@Nullable Object... cells) throws IOException {
            if (next == rowsOfASheet) {
                present.finish();
                present = workbook.newWorksheet(name + " " + ++count);
                begin();
            }
            for (int column = 0; column < cells.length; column++) {
                put(column, cells[column]);
            }
            next++;
            rows++;
            if (rows % KEPT == 0) {
                present.flush();
            }
        }

        private void put(int column, @Nullable Object cell) {
            switch (cell) {
                case null -> {}
                case Money amount -> put(column, amount.yuan());
                case LocalDate day -> {
                    present.value(next, column, day);
                    present.style(next, column).format("yyyy-mm-dd").set();
                }
                case Integer number -> present.value(next, column, number);
                case Long number -> present.value(next, column, number);
                default -> present.inlineString(next, column, cell.toString());
            }
        }

        private void put(int column, BigDecimal amount) {
            if (amount.precision() > DIGITS_OF_A_SPREADSHEET) {
                present.inlineString(next, column, amount.toPlainString());
            } else {
                present.value(next, column, amount);
                present.style(next, column).format("#,##0.00").set();
            }
        }
    }
}
