package cn.shequ.admission.refusal;

import cn.shequ.admission.CountedPeriod;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Refusals counted by who demanded (Art. 4). */
@ApplicationScoped
class RefusalCounts {

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;

    RefusalCounts(Jdbi jdbi, Jurisdiction jurisdiction) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
    }

    /**
     * Of refusals made in the period in the caller's territory.
     *
     * @param division narrows it to the communities of this division
     */
    Page<RefusalCount> of(CountedPeriod period, @Nullable DivisionCode division, PageRequest request) {
        List<RefusalCount> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT max(r.demanding_body) AS demanding_body, max(r.demanding_body_name) AS demanding_body_name,
                          max(r.demanding_body_level) AS demanding_body_level, count(*) AS refusals,
                          count(*) FILTER (WHERE r.outcome <> 'OVERRULED') AS upheld,
                          count(*) FILTER (WHERE r.outcome = 'OVERRULED') AS overruled,
                          count(*) FILTER (WHERE r.outcome IS NULL) AS open,
                          count(*) FILTER (WHERE coalesce(r.closed_on, :today) > r.coordinate_by AND NOT r.provisional) AS overdue
                        FROM demand_refusal r, LATERAL (SELECT coalesce(r.demanding_body,
                          r.demanding_body_level || ':' || r.demanding_body_name) COLLATE "C" AS key) body
                        WHERE r.refused_on BETWEEN :from AND :to AND body.key > :after
                          AND (CAST(:division AS char(12)) IS NULL OR EXISTS (SELECT 1 FROM division_ancestry up
                            WHERE up.descendant = r.community AND up.ancestor = :division AND up.valid_from <= :today
                              AND (up.valid_to IS NULL OR up.valid_to >= :today)))
                          AND %s
                        GROUP BY body.key ORDER BY body.key LIMIT :limit""".formatted(Jurisdiction.within("r.community")))
                        .bindMap(jurisdiction.bindings())
                        .bindMethods(period)
                        .bind("division", division)
                        .bind("after", request.after())
                        .bind("limit", request.limit() + 1)
                        .mapTo(RefusalCount.class)
                        .list());
        return Page.of(found, request, RefusalCount::key);
    }
}
