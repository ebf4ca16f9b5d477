package cn.shequ.kit.imports;

import java.util.List;

/**
 * What became of one line, or would.
 *
 * @param line in the file, the header being line 1
 * @param code what the line is about: its first column as it stands in the file
 * @param findings why the line is refused; empty otherwise
 */
public record LineReport(int line, String code, Outcome outcome, List<Finding> findings) {

    public LineReport {
        findings = List.copyOf(findings);
        if (findings.isEmpty() == (outcome == Outcome.REFUSED)) {
            throw new IllegalArgumentException("a line is refused for a reason, and only then");
        }
    }

    public static LineReport taken(CsvLine line, Outcome outcome) {
        return new LineReport(line.number(), CsvLine.shown(line.key()), outcome, List.of());
    }

    public static LineReport refused(CsvLine line) {
        return new LineReport(line.number(), CsvLine.shown(line.key()), Outcome.REFUSED, line.findings());
    }
}
