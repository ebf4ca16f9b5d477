package cn.shequ.workforce.coverage;

import static java.util.stream.Collectors.toMap;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.territory.Division;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Counts volunteers and residents of divisions as of a day, in the hierarchy as it was on that day. */
@ApplicationScoped
public class Coverages {

    private final Jdbi jdbi;

    Coverages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The counts of each division; one without communities has none. */
    public Map<DivisionCode, Counts> count(Collection<DivisionCode> divisions, LocalDate day) {
        Map<DivisionCode, Counts> counted = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH community AS MATERIALIZED (
                          SELECT d.code, p.residents, p.demonstration,
                                 (SELECT count(*) FROM volunteer v WHERE v.community = d.code AND v.registered_on <= :day
                                    AND (v.withdrawn_on IS NULL OR v.withdrawn_on > :day)) AS volunteers
                          FROM division d LEFT JOIN LATERAL (
                            SELECT residents, demonstration FROM community_population
                            WHERE community = d.code AND as_of <= :day ORDER BY as_of DESC LIMIT 1) p ON true
                          WHERE d.level = 'COMMUNITY' AND d.valid_from <= :day
                            AND (d.valid_to IS NULL OR d.valid_to >= :day)
                            AND EXISTS (SELECT 1 FROM division_ancestry a
                              WHERE a.descendant = d.code AND a.ancestor = ANY(:divisions)
                                AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)))
                        SELECT a.ancestor AS division, sum(c.volunteers)::bigint AS volunteers,
                               coalesce(sum(c.residents), 0)::bigint AS residents,
                               coalesce(bool_or(c.demonstration), false) AS demonstration,
                               count(*) FILTER (WHERE c.residents IS NULL) AS without_figures
                        FROM division_ancestry a JOIN community c ON c.code = a.descendant
                        WHERE a.ancestor = ANY(:divisions)
                          AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
                        GROUP BY a.ancestor""")
                .bind("divisions", divisions.stream().map(DivisionCode::value).toArray(String[]::new))
                .bind("day", day)
                .mapTo(Counts.class)
                .collect(toMap(Counts::division, Function.identity())));
        divisions.forEach(division -> counted.computeIfAbsent(division, Counts::nothingIn));
        return counted;
    }

    /** What lies directly below a division on a day, in the order of codes, after one of them. */
    List<Division> below(DivisionCode parent, LocalDate day, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM division
                        WHERE parent = :parent AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                          AND code > :after
                        ORDER BY code LIMIT :limit""")
                .bind("parent", parent)
                .bind("day", day)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Division.class)
                .list());
    }
}
