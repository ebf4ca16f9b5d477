package cn.shequ.workforce.coverage;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import cn.shequ.workforce.WorkforceProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures divisions against the target that holds for each of them. */
@ApplicationScoped
public class CoverageReports {

    /** The rulebook row of the target. */
    public static final String TARGET = "volunteers.coverage";

    /** The day of the policy: before it there was no target. */
    private static final LocalDate EARLIEST = LocalDate.of(2011, 12, 14);

    private final Coverages coverages;
    private final Territory territory;
    private final Rulebook rulebook;
    private final Clock clock;

    CoverageReports(Coverages coverages, Territory territory, Rulebook rulebook, Clock clock) {
        this.coverages = coverages;
        this.territory = territory;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** The day asked for, or today. */
    public LocalDate day(@Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = Objects.requireNonNullElse(asked, today);
        if (day.isBefore(EARLIEST) || day.isAfter(today)) {
            throw Refusal.of(WorkforceProblem.AS_OF_OUT_OF_RANGE)
                    .with("earliest", EARLIEST)
                    .with("latest", today)
                    .with("actual", day);
        }
        return day;
    }

    /** @throws Refusal 404 when there was no such division on that day */
    public Division division(DivisionCode code, LocalDate day) {
        return territory.find(code, day).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** The exact coverage of one division. */
    public Coverage coverage(DivisionCode division, LocalDate day) {
        Counts counts =
                Objects.requireNonNull(coverages.count(List.of(division), day).get(division));
        return new Coverage(
                counts.volunteers(),
                counts.residents(),
                rulebook.on(day, TARGET, division).decimal());
    }

    CoverageReport report(DivisionCode code, LocalDate day, PageRequest page) {
        Division division = division(code, day);
        List<Division> below = coverages.below(code, day, page.after(), page.limit() + 1);
        Map<DivisionCode, Counts> counts = coverages.count(
                Stream.concat(Stream.of(division), below.stream())
                        .map(Division::code)
                        .toList(),
                day);
        return new CoverageReport(
                day,
                line(division, day, counts),
                Page.of(below, page, each -> each.code().value()).map(each -> line(each, day, counts)));
    }

    private CoverageLine line(Division division, LocalDate day, Map<DivisionCode, Counts> counts) {
        DivisionCode code = division.code();
        return CoverageLine.of(division, Objects.requireNonNull(counts.get(code)), rulebook.on(day, TARGET, code));
    }
}
