package cn.shequ.facilities.development;

import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The reviews on record; none is ever changed. */
@ApplicationScoped
class PlanningReviews {

    private static final String SELECT = """
            SELECT id, development, plan, outcome, up_to_phase, households, required_square_metres,
                   planned_square_metres, rule_id, rule_version, rule_division, rate_square_metres, reviewed_on
            FROM planning_review WHERE development = :development
            """;

    private final Jdbi jdbi;

    PlanningReviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(PlanningReview review, String recordedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO planning_review (id, development, plan, outcome, up_to_phase, households,
                          required_square_metres, planned_square_metres, rule_id, rule_version, rule_division,
                          rate_square_metres, reviewed_on, recorded_by)
                        VALUES (:id, :development, :plan, :outcome, :upToPhase, :households, :requiredSquareMetres,
                          :plannedSquareMetres, :ruleId, :ruleVersion, :ruleDivision, :rateSquareMetres, :reviewedOn, :by)""")
                .bindMethods(review)
                .bind("by", recordedBy)
                .execute());
    }

    /** In the order of plans. */
    List<PlanningReview> of(UUID development, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "AND lpad(plan::text, 9, '0') > :after ORDER BY plan LIMIT :limit")
                .bind("development", development)
                .bind("after", page.after())
                .bind("limit", page.limit() + 1)
                .mapTo(PlanningReview.class)
                .list());
    }

    static String key(PlanningReview review) {
        return "%09d".formatted(review.plan());
    }

    Optional<PlanningReview> find(UUID development, UUID review) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "AND id = :review")
                .bind("development", development)
                .bind("review", review)
                .mapTo(PlanningReview.class)
                .findOne());
    }
}
