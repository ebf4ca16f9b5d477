package cn.shequ.admission;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables whose lines name a division, of which the caller takes in those of the own territory. */
@ApplicationScoped
public class OwnTable {

    private static final String OUTSIDE = "outside-territory";

    private final Territory territory;

    OwnTable(Territory territory) {
        this.territory = territory;
    }

    /** Notes that a line is of another territory. */
    public static void noteOutside(CsvLine line, String column) {
        line.note(column, OUTSIDE, Map.of("value", line.text(column)));
    }

    /**
     * A file in which every line is of another territory is none of the caller's business.
     *
     * @throws Refusal 404 for one, unless what it names is nowhere: then it is mistyped
     */
    public void require(List<CsvLine> table, String column, List<LineReport> report) {
        if (report.stream().allMatch(OwnTable::isElsewhere) && isSomewhere(table, column)) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
    }

    private static boolean isElsewhere(LineReport line) {
        return line.findings().stream().anyMatch(finding -> finding.code().equals(OUTSIDE));
    }

    private boolean isSomewhere(List<CsvLine> table, String column) {
        return !territory
                .known(table.stream()
                        .map(line -> DivisionCode.of(line.text(column)))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }
}
