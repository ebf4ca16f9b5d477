package cn.shequ.kit.indicator;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Of which divisions a day is told; what was told stands in the event log. */
@ApplicationScoped
class IndicatorDays {

    private final Jdbi jdbi;

    IndicatorDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The divisions of a day of which it is not told yet, in the order of codes. */
    List<DivisionCode> without(LocalDate day, Collection<DivisionLevel> levels) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.code FROM division d
                        WHERE d.level = ANY(:levels) AND d.valid_from <= :day AND (d.valid_to IS NULL OR d.valid_to >= :day)
                          AND NOT EXISTS (SELECT FROM indicator_day i WHERE i.division = d.code AND i.day = :day)
                        ORDER BY d.code""")
                .bind("levels", levels.stream().map(DivisionLevel::name).toArray(String[]::new))
                .bind("day", day)
                .mapTo(DivisionCode.class)
                .list());
    }

    /** False when the day is told of the division; a process that is about to tell it is waited for. */
    boolean begin(DivisionCode division, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "INSERT INTO indicator_day (division, day) VALUES (:division, :day) ON CONFLICT DO NOTHING")
                        .bind("division", division)
                        .bind("day", day)
                        .execute())
                == 1;
    }
}
