package cn.shequ.admission.leadinggroup;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks for the leading group of every division at city, county and township level. */
@ApplicationScoped
class CoverageFigures {

    private static final String COVERED =
            """
            WITH found AS (
              SELECT d.code AS division, d.name AS name_zh, d.level, g.id AS leading_group,
                CASE WHEN g.id IS NULL THEN ARRAY['GROUP'] ELSE array_remove(ARRAY[
                  CASE WHEN g.valid_from > :today THEN 'LEADER' END,
                  CASE WHEN NOT EXISTS (SELECT 1 FROM leading_group_member p WHERE %1$s) THEN 'MEMBERS' END,
                  CASE WHEN NOT EXISTS (SELECT 1 FROM leading_group_deputy p WHERE %1$s) THEN 'DEPUTY' END,
                  CASE WHEN g.level = 'COUNTY_LEVEL' AND NOT coalesce(:today
                           BETWEEN g.first_responsible_from AND coalesce(g.first_responsible_to, 'infinity'), false)
                         OR g.level = 'TOWNSHIP_LEVEL' AND NOT coalesce(:today
                           BETWEEN g.directly_responsible_from AND coalesce(g.directly_responsible_to, 'infinity'), false)
                       THEN 'RESPONSIBLE_PERSON' END], NULL) END AS lacks
              FROM division_ancestry a JOIN division d ON d.code = a.descendant
                LEFT JOIN leading_group g ON g.division = d.code
              WHERE a.ancestor = :division AND d.level <> 'COMMUNITY'
                AND a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today)
                AND d.valid_from <= :today AND (d.valid_to IS NULL OR d.valid_to >= :today)),
            covered AS (
              SELECT *, NOT lacks && ARRAY['GROUP', 'LEADER', 'MEMBERS'] AS in_office FROM found)
            """.formatted("p.group_id = g.id AND p.term_from <= :today AND (p.term_to IS NULL OR p.term_to >= :today)");

    private final Jdbi jdbi;

    CoverageFigures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    CoverageCounts counts(DivisionCode division, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(COVERED + """
                        SELECT count(*) AS divisions,
                          count(*) FILTER (WHERE in_office) AS in_office,
                          count(*) FILTER (WHERE 'GROUP' = ANY(lacks)) AS without_group,
                          count(*) FILTER (WHERE 'LEADER' = ANY(lacks)) AS without_leader,
                          count(*) FILTER (WHERE 'MEMBERS' = ANY(lacks)) AS without_members,
                          count(*) FILTER (WHERE 'DEPUTY' = ANY(lacks)) AS without_deputy,
                          count(*) FILTER (WHERE 'RESPONSIBLE_PERSON' = ANY(lacks)) AS without_responsible_person
                        FROM covered""")
                .bind("division", division)
                .bind("today", today)
                .mapTo(CoverageCounts.class)
                .one());
    }

    /** In the order of codes. */
    Page<CoveredDivision> list(DivisionCode division, @Nullable Lack lack, LocalDate today, PageRequest request) {
        List<CoveredDivision> found = jdbi.withHandle(handle -> handle.createQuery(COVERED + """
                        SELECT * FROM covered
                        WHERE division > :after AND (CAST(:lack AS varchar) IS NULL OR :lack = ANY(lacks))
                        ORDER BY division LIMIT :limit""")
                .bind("division", division)
                .bind("today", today)
                .bind("after", request.after())
                .bind("lack", lack)
                .bind("limit", request.limit() + 1)
                .mapTo(CoveredDivision.class)
                .list());
        return Page.of(found, request, covered -> covered.division().value());
    }
}
