package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Results and commendations as they are kept; none is ever changed. */
@ApplicationScoped
class EvaluationResults {

    private static final String SELECT = """
            SELECT r.*, c.commended_on
            FROM evaluation_result r LEFT JOIN evaluation_commendation c ON c.result_id = r.id
            """;

    private final Jdbi jdbi;

    EvaluationResults(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the community has its result under this item. */
    boolean add(EvaluationResult result) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO evaluation_result (id, item, division, year, community, points, recorded_by, recorded_on)
                        VALUES (:id, :item, :division, :year, :community, :points, :recordedBy, :recordedOn)
                        ON CONFLICT (item, community) DO NOTHING""").bindMethods(result).execute())
                == 1;
    }

    /** False when the community is commended for this item. */
    boolean commend(UUID result, String person, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO evaluation_commendation (result_id, commended_by, commended_on)
                        VALUES (:result, :person, :day) ON CONFLICT DO NOTHING""")
                        .bind("result", result)
                        .bind("person", person)
                        .bind("day", day)
                        .execute())
                == 1;
    }

    Optional<EvaluationResult> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE r.id = :id")
                .bind("id", id)
                .mapTo(EvaluationResult.class)
                .findOne());
    }

    boolean has(UnifiedEvaluation evaluation, DivisionCode community) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM evaluation_result
                          WHERE division = :division AND year = :year AND community = :community)""")
                .bind("division", evaluation.division())
                .bind("year", evaluation.year())
                .bind("community", community)
                .mapTo(Boolean.class)
                .one());
    }

    /** Results of communities of the caller's territory, in the order in which they were recorded. */
    Page<EvaluationResult> list(
            UnifiedEvaluation evaluation,
            @Nullable UUID item,
            @Nullable DivisionCode community,
            Map<String, Object> caller,
            PageRequest request) {
        List<EvaluationResult> found =
                jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE r.division = :division AND r.year = :year AND r.id > :after
                          AND (CAST(:item AS uuid) IS NULL OR r.item = :item)
                          AND (CAST(:community AS char(12)) IS NULL OR r.community = :community)
                          AND %s
                        ORDER BY r.id LIMIT :limit""".formatted(Jurisdiction.within("r.community")))
                        .bindMap(caller)
                        .bind("division", evaluation.division())
                        .bind("year", evaluation.year())
                        .bind("after", request.afterId())
                        .bind("item", item)
                        .bind("community", community)
                        .bind("limit", request.limit() + 1)
                        .mapTo(EvaluationResult.class)
                        .list());
        return Page.of(found, request, result -> result.id().toString());
    }
}
