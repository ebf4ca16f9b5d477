package cn.shequ.funding.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.problem.RequestBodies;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the lines of a batch as they arrive: a line at a time, none longer than the bound, none more than the bound. */
@ApplicationScoped
public class LineReading {

    /** The most lines of one batch. */
    public static final int MOST_LINES = 10_000;

    private static final int MOST_BYTES_OF_LINE = 1 << 16;
    private static final String LIST_SEPARATOR = " ";
    private static final Set<String> LISTS = Set.of("evidence");
    private static final CSVFormat TABLE = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setMaxRows(MOST_LINES + 1L)
            .get();

    private final RequestBodies bodies;
    private final ObjectMapper mapper;

    LineReading(RequestBodies bodies, ObjectMapper mapper) {
        this.bodies = bodies;
        this.mapper = mapper;
    }

    /**
     * Reads a batch.
     *
     * @param table whether it is a table (CSV) whose heading names the fields, else a JSON object per line
     */
    public <T extends Record> BatchOrder<T> read(
            Class<T> type, InputStream body, boolean table, BatchKind kind, BatchMode mode, boolean dryRun, String key)
            throws IOException {
        MessageDigest sha256 = sha256();
        sha256.update((kind + "/" + mode + "/" + dryRun + "/").getBytes(UTF_8));
        InputStream counted = new DigestInputStream(new BufferedInputStream(body), sha256);
        List<BatchLine<T>> lines = table ? table(type, counted) : objects(type, counted);
        if (lines.isEmpty()) {
            throw Refusal.of(FundingProblem.BATCH_EMPTY);
        }
        return new BatchOrder<>(kind, mode, dryRun, key, HexFormat.of().formatHex(sha256.digest()), lines);
    }

    private <T extends Record> List<BatchLine<T>> objects(Class<T> type, InputStream body) throws IOException {
        List<BatchLine<T>> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read;
        do {
            read = body.read();
            if (read == '\n' || read < 0) {
                if (!line.toString(UTF_8).isBlank()) {
                    add(lines, type, line.toByteArray());
                }
                line.reset();
            } else if (line.size() == MOST_BYTES_OF_LINE) {
                throw Refusal.of(FundingProblem.BATCH_LINE_TOO_LONG)
                        .with("line", lines.size() + 1)
                        .with("most", MOST_BYTES_OF_LINE);
            } else {
                line.write(read);
            }
        } while (read >= 0);
        return lines;
    }

    private <T extends Record> List<BatchLine<T>> table(Class<T> type, InputStream body) {
        List<BatchLine<T>> lines = new ArrayList<>();
        try (CSVParser rows = TABLE.parse(new InputStreamReader(body, UTF_8))) {
            for (CSVRecord row : rows) {
                add(lines, type, mapper.writeValueAsBytes(object(row)));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException notCsv) {
            throw Refusal.of(FundingProblem.BATCH_TABLE_UNREADABLE).with("line", lines.size() + 1);
        }
        return lines;
    }

    /** A cell is a field; an empty cell is a field left out. */
    private ObjectNode object(CSVRecord row) {
        ObjectNode object = mapper.createObjectNode();
        LISTS.stream().filter(row::isMapped).forEach(object::putArray);
        row.toMap().forEach((name, cell) -> {
            if (LISTS.contains(name)) {
                for (String item : cell.isEmpty() ? new String[0] : cell.split(LIST_SEPARATOR, -1)) {
                    object.withArray(name).add(item);
                }
            } else if (!cell.isEmpty()) {
                object.put(name, cell);
            }
        });
        return object;
    }

    private <T extends Record> void add(List<BatchLine<T>> lines, Class<T> type, byte[] line) throws IOException {
        int number = lines.size() + 1;
        if (number > MOST_LINES) {
            throw Refusal.of(FundingProblem.BATCH_TOO_LONG).with("most", MOST_LINES);
        }
        try {
            lines.add(BatchLine.of(number, bodies.read(type, new ByteArrayInputStream(line))));
        } catch (Refusal unreadable) {
            lines.add(BatchLine.unreadable(number, unreadable));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
