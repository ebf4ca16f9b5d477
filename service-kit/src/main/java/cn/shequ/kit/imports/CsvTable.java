package cn.shequ.kit.imports;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table: UTF-8 with or without a byte order mark, a first line that names exactly the columns asked
 * for, at most so many rows.
 */
public final class CsvTable {

    /** Ten times the largest city; what is more is a mistake, or an attack. */
    public static final int MOST_ROWS = 20_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private CsvTable() {}

    /** @throws Refusal when it is no such table */
    public static List<CsvLine> read(byte[] body, List<String> columns) {
        return read(body, columns, List.of());
    }

    /**
     * The same where the first line may name further columns after the others, all of them or none.
     *
     * @throws Refusal when it is no such table
     */
    public static List<CsvLine> read(byte[] body, List<String> columns, List<String> further) {
        List<CsvLine> lines = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(new StringReader(text(body)))) {
            List<String> header = List.of();
            for (CSVRecord row : parser) {
                if (header.isEmpty()) {
                    header = row.toList();
                    requireHeader(header, columns, further);
                } else if (lines.size() == MOST_ROWS) {
                    throw Refusal.of(HttpProblem.CSV_TOO_MANY_ROWS).with("most", MOST_ROWS);
                } else {
                    lines.add(new CsvLine((int) parser.getCurrentLineNumber(), header, row.toList()));
                }
            }
        } catch (IOException | UncheckedIOException notCsv) {
            throw Refusal.of(HttpProblem.CSV_MALFORMED).with("lines", lines.size() + 1);
        }
        if (lines.isEmpty()) {
            throw Refusal.of(HttpProblem.CSV_WITHOUT_ROWS).with("columns", String.join(",", columns));
        }
        return lines;
    }

    private static void requireHeader(List<String> found, List<String> columns, List<String> further) {
        if (!found.equals(columns)
                && !found.equals(
                        Stream.of(columns, further).flatMap(List::stream).toList())) {
            throw Refusal.of(HttpProblem.CSV_HEADER)
                    .with("required", String.join(",", columns))
                    .with("actual", shortened(String.join(",", found)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.of(HttpProblem.CSV_NOT_UTF8);
        }
    }
}
