package cn.shequ.admission.indicator;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Counts what the scoreboard shows of this service. */
@ApplicationScoped
class Indicators {

    private static final String WITHIN = """
            IN (SELECT descendant FROM division_ancestry WHERE ancestor = :division
                AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day))""";

    private final Jdbi jdbi;

    Indicators(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Counts(long part, long whole) {}

    List<IndicatorFigure> of(DivisionCode division, LocalDate day) {
        Counts funded = count("""
                SELECT count(*) FILTER (WHERE stage = 'ACTIVE' AND (funded_through IS NULL OR funded_through >= :day)) AS part,
                       count(*) AS whole
                FROM placement WHERE valid_to >= :day AND stage <> 'EXITED' AND community
                """ + WITHIN, division, day);
        Counts coordinated = count("""
                SELECT count(*) FILTER (WHERE outcome IS NOT NULL) AS part, count(*) AS whole
                FROM demand_refusal WHERE community
                """ + WITHIN, division, day);
        Counts decided = count("""
                SELECT count(*) FILTER (WHERE stage NOT IN ('SUBMITTED', 'ACCEPTED')) AS part, count(*) AS whole
                FROM task_application WHERE submitted_on IS NOT NULL AND stage <> 'WITHDRAWN' AND division
                """ + WITHIN, division, day);
        Counts supervised = count("""
                SELECT count(*) FILTER (WHERE concluded_on <= :day) AS part, count(*) AS whole
                FROM supervision_action
                WHERE kind IN ('RECTIFICATION', 'ILLEGAL_ORGANISATION') AND taken_on <= :day AND community
                """ + WITHIN, division, day);
        return List.of(
                IndicatorFigure.percent("placements-funded", division, day, funded.part(), funded.whole(), "5"),
                IndicatorFigure.percent("applications-answered", division, day, decided.part(), decided.whole(), "5"),
                IndicatorFigure.percent(
                        "refusals-coordinated", division, day, coordinated.part(), coordinated.whole(), "4"),
                IndicatorFigure.percent(
                        "supervision-concluded", division, day, supervised.part(), supervised.whole(), "26"));
    }

    private Counts count(String sql, DivisionCode division, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("division", division)
                .bind("day", day)
                .mapTo(Counts.class)
                .one());
    }
}
