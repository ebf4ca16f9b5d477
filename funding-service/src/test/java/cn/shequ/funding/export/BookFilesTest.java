package cn.shequ.funding.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.funding.ledger.Account;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class BookFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void amountsInCsvAreExactAndTextsAreQuoted() throws IOException {
        assertThat(csv(false, Money.of("-1234567890123456.78"), "某,某", null, DAY, 7))
                .isEqualTo("a,b\r\n-1234567890123456.78,\"某,某\",,2026-06-01,7\r\n");
    }

    @Test
    void aTextThatASpreadsheetWouldTakeForAFormulaIsMadeHarmless() throws IOException {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(CsvRows.harmless(formula)).isEqualTo("'" + formula);
        }
        assertThat(csv(false, "=HYPERLINK(\"x\")")).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(CsvRows.harmless("")).isEmpty();
        assertThat(CsvRows.harmless("1-1")).isEqualTo("1-1");
    }

    @Test
    void aByteOrderMarkComesFirstWhereItIsWanted() throws IOException {
        assertThat(csv(true, "x")).startsWith("\uFEFFa,b");
    }

    @Test
    void amountsInAWorkbookAreExactDecimalsAndThoseTooLongForASpreadsheetAreText() throws IOException {
        String sheet = workbook(100, Money.of("1234567890123.45"), Money.of("12345678901234567.89"), Money.of("-0.10"))
                .get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<v>1234567890123.45</v>", "<v>-0.10</v>", "12345678901234567.89</t>")
                .doesNotContain("<v>12345678901234567.89");
    }

    @Test
    void aFormulaInAWorkbookIsText() throws IOException {
        assertThat(workbook(100, "=1+1").get("xl/worksheets/sheet1.xml"))
                .contains("=1+1</t>")
                .doesNotContain("<f>");
    }

    @Test
    void aSheetThatIsFullGoesOnInTheNextOne() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        XlsxBook book = new XlsxBook(output, 3);
        assertThat(book.sheet("many", List.of("n"), rows -> {
                    for (int i = 0; i < 5; i++) {
                        rows.add(i);
                    }
                }))
                .isEqualTo(5);
        book.end();
        Map<String, String> parts = parts(output.toByteArray());
        assertThat(parts.keySet()).contains("xl/worksheets/sheet3.xml").doesNotContain("xl/worksheets/sheet4.xml");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("<v>4</v>");
    }

    @Test
    void aHundredThousandRowsNeedNoMoreMemoryThanAFew() throws IOException {
        XlsxBook book = new XlsxBook(OutputStream.nullOutputStream());
        long rows = book.sheet("large", List.of("amount", "text"), into -> {
            for (int i = 0; i < 100_000; i++) {
                into.add(Money.ofFen(i), UUID.randomUUID());
            }
        });
        book.end();
        assertThat(rows).isEqualTo(100_000);
    }

    @Test
    void totalsThatDoNotFitWriteNoManifest() {
        ControlTotals totals = new ControlTotals();
        totals.take(line("100.00"));
        assertThatThrownBy(totals::reconciled)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not reconcile");
        totals.take(line("-100.00"));
        assertThatThrownBy(totals::reconciled).hasMessageContaining("do not reconcile");
        totals.take(balance("BANK", "0.00", "100.00", "0.00", "100.00"));
        totals.take(balance("AVAILABLE", "0.00", "0.00", "100.00", "-100.00"));
        assertThat(totals.reconciled())
                .containsEntry("voucherDebit", Money.of("100.00"))
                .containsEntry("balanceCredit", Money.of("100.00"))
                .containsEntry("postings", 2L);
        assertThatThrownBy(() -> totals.take(balance("BANK", "1.00", "0.00", "0.00", "0.00")))
                .hasMessageContaining("opening, movement and closing differ");
    }

    @Test
    void everyAccountAndKindHasItsWordInBothLanguages() {
        for (Locale language : List.of(ReaderLanguage.CHINESE, ReaderLanguage.ENGLISH)) {
            Words words = new Words(language);
            for (Account account : Account.values()) {
                assertThat(words.account(account.name())).isNotEqualTo(account.name());
                assertThat(words.side(account.name())).isNotEmpty();
            }
            for (EntryKind kind : EntryKind.values()) {
                assertThat(words.kind(kind.name())).isNotEqualTo(kind.name());
            }
        }
    }

    private static BookLine line(String amount) {
        return new BookLine(
                1,
                UUID.randomUUID(),
                DAY,
                1,
                1,
                "RECEIPT",
                UUID.randomUUID(),
                null,
                "somebody",
                Instant.EPOCH,
                0,
                "BANK",
                null,
                null,
                null,
                Money.of(amount));
    }

    private static BookBalance balance(String account, String opening, String debit, String credit, String closing) {
        return new BookBalance(
                account, null, null, null, Money.of(opening), Money.of(debit), Money.of(credit), Money.of(closing));
    }

    private static String csv(boolean marked, Object... cells) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        CsvRows rows = new CsvRows(output, marked, List.of("a", "b"));
        rows.add(cells);
        assertThat(rows.end()).isEqualTo(1);
        return output.toString(UTF_8);
    }

    private static Map<String, String> workbook(int rowsOfASheet, Object... cells) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        XlsxBook book = new XlsxBook(output, rowsOfASheet);
        book.sheet("a sheet", List.of("a"), rows -> rows.add(cells));
        book.end();
        return parts(output.toByteArray());
    }

    /** The parts of a workbook, read as spreadsheets do: by the directory at its end. */
    static Map<String, String> parts(byte[] zip) throws IOException {
        Path file = Files.createTempFile("book", ".xlsx");
        Map<String, String> parts = new HashMap<>();
        Files.write(file, zip);
        try (ZipFile entries = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(entries.entries())) {
                parts.put(
                        entry.getName(),
                        new String(entries.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        Files.delete(file);
        return parts;
    }
}
