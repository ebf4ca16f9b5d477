package cn.shequ.funding.bank;

import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a statement from the table that a bank's own software writes. Every bank orders its columns in its own
 * way, so the caller declares which is which; the first row is the heading and is passed over.
 */
final class BankCsv {

    private static final int MOST_ERRORS = 20;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    /** What a column can hold. */
    enum Column {
        BANK_REFERENCE("bankReference"),
        BOOKED_ON("bookedOn"),
        AMOUNT("amount"),
        MONEY_IN("moneyIn"),
        MONEY_OUT("moneyOut"),
        REMARK("remark"),
        PASSED_OVER("-");

        private final String word;

        Column(String word) {
            this.word = word;
        }

        static Optional<Column> of(String word) {
            return Arrays.stream(values())
                    .filter(column -> column.word.equals(word))
                    .findFirst();
        }
    }

    private final List<Column> columns;
    private final List<FieldError> errors = new ArrayList<>();

    private BankCsv(List<Column> columns) {
        this.columns = columns;
    }

    /** @param declared the columns from left to right, such as {@code bookedOn,-,bankReference,moneyIn,moneyOut} */
    static List<NewBankLine> read(Reader table, String declared) {
        BankCsv csv = new BankCsv(columns(declared));
        List<NewBankLine> lines = csv.lines(table);
        if (!csv.errors.isEmpty()) {
            Refusal refusal = Refusal.of(HttpProblem.INVALID_REQUEST);
            csv.errors.forEach(refusal::at);
            throw refusal;
        }
        return lines;
    }

    private static List<Column> columns(String declared) {
        List<Column> columns = new ArrayList<>();
        for (String word : declared.split(",", -1)) {
            columns.add(Column.of(word.strip()).orElseThrow(() -> notDeclared(word)));
        }
        boolean signed = columns.contains(Column.AMOUNT);
        boolean split = columns.contains(Column.MONEY_IN) && columns.contains(Column.MONEY_OUT);
        if (signed == split || !columns.contains(Column.BANK_REFERENCE) || !columns.contains(Column.BOOKED_ON)) {
            throw notDeclared(declared);
        }
        return columns;
    }

    private static Refusal notDeclared(String value) {
        return Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of(
                        "columns",
                        "not-a-value",
                        Map.of(
                                "value",
                                value,
                                "type",
                                "bankReference, bookedOn, amount | moneyIn + moneyOut, remark, -")));
    }

    private List<NewBankLine> lines(Reader table) {
        List<NewBankLine> lines = new ArrayList<>();
        try (CSVParser rows = FORMAT.parse(table)) {
            boolean heading = true;
            for (CSVRecord row : rows) {
                if (heading) {
                    heading = false;
                } else if (lines.size() == NewBankStatement.MOST_LINES || errors.size() >= MOST_ERRORS) {
                    errors.add(FieldError.of(
                            "lines", "out-of-range", Map.of("least", 0, "most", NewBankStatement.MOST_LINES)));
                    break;
                } else {
                    line(lines.size(), row).ifPresent(lines::add);
                }
            }
        } catch (IOException | UncheckedIOException notCsv) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of(
                            "lines[" + lines.size() + "]", "not-a-value", Map.of("value", "…", "type", "CSV")));
        }
        return lines;
    }

    private Optional<NewBankLine> line(int number, CSVRecord row) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                cells.put(columns.get(i), row.get(i));
            }
        }
        String at = "lines[" + number + "].";
        int before = errors.size();
        String reference = cells.get(Column.BANK_REFERENCE);
        if (reference == null || reference.length() > 64) {
            bad(at + "bankReference", reference, "1–64");
        }
        LocalDate day = day(at, cells.get(Column.BOOKED_ON));
        Money amount = amount(at, cells);
        String remark = cells.get(Column.REMARK);
        return errors.size() > before || reference == null || day == null || amount == null
                ? Optional.empty()
                : Optional.of(new NewBankLine(reference, day, amount, remark == null ? null : shortened(remark)));
    }

    /** {@code 2026-03-02}, {@code 20260302} or {@code 2026/03/02}. */
    private @Nullable LocalDate day(String at, @Nullable String cell) {
        try {
            if (cell != null) {
                String plain = cell.replaceAll("[-/.]", "");
                return LocalDate.parse(plain, DateTimeFormatter.BASIC_ISO_DATE);
            }
        } catch (DateTimeException noDay) {
            // Said below.
        }
        bad(at + "bookedOn", cell, "date");
        return null;
    }

    private @Nullable Money amount(String at, Map<Column, String> cells) {
        String whole = cells.get(Column.AMOUNT);
        try {
            if (columns.contains(Column.AMOUNT)) {
                return money(whole == null ? "" : whole);
            }
            Money in = money(cells.getOrDefault(Column.MONEY_IN, "0"));
            return in.minus(money(cells.getOrDefault(Column.MONEY_OUT, "0")));
        } catch (IllegalArgumentException noAmount) {
            bad(at + "amount", cells.toString().toLowerCase(Locale.ROOT), "money");
            return null;
        }
    }

    /** Banks write {@code 1,234.50}. */
    private static Money money(String cell) {
        return Money.of(cell.replace(",", "").replace("+", ""));
    }

    private void bad(String field, @Nullable String value, String type) {
        errors.add(FieldError.of(
                field, "not-a-value", Map.of("value", value == null ? "" : shortened(value), "type", type)));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
