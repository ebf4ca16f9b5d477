package cn.shequ.localstack.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The real divisions of Changchun, as the city imports them and as the story counts them. */
final class DivisionFile {

    private static final String FILE = "/territory/changchun-divisions.csv";

    private record Line(String code, String level, String kind, String parent) {

        static Line of(String line) {
            String[] columns = line.split(",", -1);
            return new Line(columns[0], columns[2], columns[3], columns[4]);
        }
    }

    private final byte[] csv;
    private final Map<String, Line> lines;

    private DivisionFile(byte[] csv) {
        this.csv = csv;
        this.lines = new String(csv, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(Line::of)
                .collect(Collectors.toMap(Line::code, Function.identity()));
    }

    static DivisionFile load() {
        try (InputStream file = DivisionFile.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new FlowBroken("the territory's file is not there: " + FILE);
            }
            return new DivisionFile(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] csv() {
        return csv;
    }

    /** All communities, by code. */
    List<String> communities() {
        return lines.values().stream()
                .filter(line -> line.level().equals("COMMUNITY"))
                .map(Line::code)
                .sorted()
                .toList();
    }

    /** How many communities lie in county-level units of these kinds. */
    int communitiesOf(String... kinds) {
        List<String> wanted = List.of(kinds);
        return (int) communities().stream()
                .filter(code -> wanted.contains(unitOf(code).kind()))
                .count();
    }

    private Line unitOf(String code) {
        Line line = lines.get(code);
        while (line != null && !line.level().equals("COUNTY_LEVEL")) {
            line = lines.get(line.parent());
        }
        if (line == null) {
            throw new FlowBroken(code + " lies in no county-level unit of " + FILE);
        }
        return line;
    }
}
