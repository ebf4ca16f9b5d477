package cn.shequ.workforce.indicator;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.coverage.Coverage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Figures as they were recorded; never changed afterwards. */
@ApplicationScoped
class IndicatorRecord {

    private final Jdbi jdbi;

    IndicatorRecord(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isKept(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM indicator_record WHERE indicator = :indicator AND as_of = :day)")
                .bind("indicator", VolunteerCoverage.ID)
                .bind("day", day)
                .mapTo(Boolean.class)
                .one());
    }

    /** False when the figure of that day is there already. */
    boolean keep(DivisionCode division, LocalDate day, Coverage coverage) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO indicator_record (indicator, division, as_of, numerator, denominator, target)
                        VALUES (:indicator, :division, :day, :volunteers, :residents, :target)
                        ON CONFLICT DO NOTHING""")
                        .bind("indicator", VolunteerCoverage.ID)
                        .bind("division", division)
                        .bind("day", day)
                        .bindMethods(coverage)
                        .execute())
                == 1;
    }

    /** Every division of that day, from the city down. */
    List<DivisionCode> divisions(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT code FROM division
                        WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day) ORDER BY code""")
                .bind("day", day)
                .mapTo(DivisionCode.class)
                .list());
    }
}
