package cn.shequ.funding.export;

import cn.shequ.kit.merkle.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Writes the books of a scope, or the purchases that they pay, as a bundle, in memory that does not grow with them. */
@ApplicationScoped
class BookExport {

    private final Books books;
    private final PurchaseExport purchases;
    private final Clock clock;

    BookExport(Books books, PurchaseExport purchases, Clock clock) {
        this.books = books;
        this.purchases = purchases;
        this.clock = clock;
    }

    /**
     * How it is written.
     *
     * @param marked whether CSV begins with a byte order mark
     */
    record Style(BookFormat format, boolean marked, Words words) {}

    /** @param scope its days count for the books alone: a purchase is exported whole */
    void write(SignedNote checkpoint, BookScope scope, Style style, OutputStream output) throws IOException {
        boolean byDays = style.format() != BookFormat.OCDS;
        Manifest.Head head = Manifest.Head.at(
                checkpoint,
                "shequ-books-" + style.format() + "-v1",
                clock.instant(),
                scope.knownAt() < 0 ? null : scope.knownAt(),
                byDays ? scope.from() : null,
                byDays ? scope.to() : null);
        ExportBundle bundle = new ExportBundle(output, head);
        content(bundle, head, scope, style).forEach(bundle::total);
        bundle.total("ledgers", scope.ledgers().size());
        bundle.finish();
    }

    /** Writes the files and says what they add up to, when they do. */
    private Map<String, Object> content(ExportBundle bundle, Manifest.Head head, BookScope scope, Style style)
            throws IOException {
        ControlTotals totals = new ControlTotals();
        switch (style.format()) {
            case CSV ->
                csv(bundle, new BookTables(books, scope, totals, code -> code, code -> code).all(), style.marked());
            case XLSX -> xlsx(bundle, inWords(scope, totals, style.words()), style.words());
            case ACCOUNTING_DATA -> csv(bundle, new AccountingData(books, scope, totals).all(), style.marked());
            case OCDS -> {
                return purchases.write(bundle, head.origin(), scope);
            }
        }
        return totals.reconciled();
    }

    private List<BookTables.Table> inWords(BookScope scope, ControlTotals totals, Words words) {
        return new BookTables(books, scope, totals, words::account, words::kind).all();
    }

    private static void csv(ExportBundle bundle, List<BookTables.Table> tables, boolean marked) throws IOException {
        for (BookTables.Table table : tables) {
            bundle.add(table.name() + ".csv", output -> {
                CsvRows rows = new CsvRows(output, marked, table.columns());
                table.filling().fill(rows);
                return rows.end();
            });
        }
    }

    private static void xlsx(ExportBundle bundle, List<BookTables.Table> tables, Words words) throws IOException {
        bundle.add("books.xlsx", output -> {
            XlsxBook book = new XlsxBook(output);
            long rows = 0;
            for (BookTables.Table table : tables) {
                rows += book.sheet(words.table(table.name()), words.columns(table.columns()), table.filling());
            }
            book.end();
            return rows;
        });
    }
}
