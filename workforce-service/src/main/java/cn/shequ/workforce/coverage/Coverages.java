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
                        SELECT a.ancestor AS division, sum(v.volunteers)::bigint AS volunteers,
                               coalesce(sum(p.residents), 0)::bigint AS residents,
                               coalesce(bool_or(p.demonstration), false) AS demonstration,
                               count(*) FILTER (WHERE p.residents IS NULL) AS without_figures
                        FROM division_ancestry a JOIN division d ON d.code = a.descendant
                        CROSS JOIN LATERAL (
                          SELECT count(*) AS volunteers FROM volunteer
                          WHERE community = d.code AND registered_on <= :day
                            AND (withdrawn_on IS NULL OR withdrawn_on > :day)) v
                        LEFT JOIN LATERAL (
                          SELECT residents, demonstration FROM community_population
                          WHERE community = d.code AND as_of <= :day ORDER BY as_of DESC LIMIT 1) p ON true
                        WHERE a.ancestor = ANY(:divisions)
                          AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
                          AND d.level = 'COMMUNITY' AND d.valid_from <= :day
                          AND (d.valid_to IS NULL OR d.valid_to >= :day)
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
