package cn.shequ.admission.assessment;

import cn.shequ.events.Indicator;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What services told of divisions: of each indicator, division and month the last figure. */
@ApplicationScoped
class RecordedFigures {

    private final Jdbi jdbi;

    RecordedFigures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Measured(String indicator, String unit) {}

    /** An older figure than the one that is there changes nothing, nor does one of the same day. */
    void keep(Indicator told, BigDecimal value, String source) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO indicator_figure (division, indicator, month, as_of, numerator, denominator, value, unit,
                          source)
                        VALUES (:division, :indicator, :month, :asOf, CAST(:numerator AS numeric),
                          CAST(:denominator AS numeric), :value, :unit, :source)
                        ON CONFLICT (division, indicator, month) DO UPDATE SET as_of = excluded.as_of,
                          numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value,
                          unit = excluded.unit, source = excluded.source
                        WHERE indicator_figure.as_of < excluded.as_of""")
                .bind("division", told.division())
                .bind("indicator", told.indicator())
                .bind("month", told.asOf().withDayOfMonth(1))
                .bind("asOf", told.asOf())
                .bind("numerator", told.numerator())
                .bind("denominator", told.denominator())
                .bind("value", value)
                .bind("unit", told.unit())
                .bind("source", source)
                .execute());
    }

    /** Those of the indicators of which there is a figure, with the unit of the latest one. */
    Map<String, String> units(Collection<String> indicators) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (indicator) indicator, unit FROM indicator_figure
                        WHERE indicator = ANY(:indicators) ORDER BY indicator, as_of DESC""")
                .bind("indicators", indicators.toArray(String[]::new))
                .mapTo(Measured.class)
                .collect(Collectors.toMap(Measured::indicator, Measured::unit)));
    }
}
