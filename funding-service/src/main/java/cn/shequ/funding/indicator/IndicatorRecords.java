package cn.shequ.funding.indicator;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The figures as they were said; they are only ever added. */
@ApplicationScoped
class IndicatorRecords {

    private final Jdbi jdbi;

    IndicatorRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The city and its county-level units of a day for which nothing is kept yet. */
    List<DivisionCode> without(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT d.code FROM division d
                        WHERE d.level IN ('CITY', 'COUNTY_LEVEL') AND d.valid_from <= :day
                          AND (d.valid_to IS NULL OR d.valid_to >= :day)
                          AND NOT EXISTS (SELECT FROM indicator_record r WHERE r.division = d.code AND r.as_of = :day)
                        ORDER BY d.code""")
                .bind("day", day)
                .mapTo(DivisionCode.class)
                .list());
    }

    /** Keeps a figure; false when it is kept already. */
    boolean keep(IndicatorFigure figure) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO indicator_record (indicator, division, as_of, numerator, denominator)
                        VALUES (:indicator, :division, :asOf, :numerator, :denominator) ON CONFLICT DO NOTHING""").bindMethods(figure).execute())
                == 1;
    }
}
