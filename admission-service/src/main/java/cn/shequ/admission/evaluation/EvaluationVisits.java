package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The visit plan of each evaluation: one visit to a community. */
@ApplicationScoped
class EvaluationVisits {

    private final Jdbi jdbi;

    EvaluationVisits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<EvaluationVisit> find(DivisionCode division, int year, DivisionCode community) {
        return read(division, year, community, "");
    }

    /** The visit, which stays on its day until this transaction ends. */
    Optional<EvaluationVisit> share(DivisionCode division, int year, DivisionCode community) {
        return read(division, year, community, " FOR SHARE");
    }

    private Optional<EvaluationVisit> read(DivisionCode division, int year, DivisionCode community, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM evaluation_visit
                        WHERE division = :division AND year = :year AND community = :community""" + locking)
                .bind("division", division)
                .bind("year", year)
                .bind("community", community)
                .mapTo(EvaluationVisit.class)
                .findOne());
    }

    void add(UnifiedEvaluation evaluation, EvaluationVisit visit) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO evaluation_visit (division, year, community, visit_on, planned_by, planned_on)
                        VALUES (:division, :year, :community, :visitOn, :plannedBy, :plannedOn)""")
                .bindMethods(visit)
                .bind("division", evaluation.division())
                .bind("year", evaluation.year())
                .execute());
    }

    void move(UnifiedEvaluation evaluation, EvaluationVisit visit) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE evaluation_visit
                        SET visit_on = :visitOn, planned_by = :plannedBy, planned_on = :plannedOn
                        WHERE division = :division AND year = :year AND community = :community""")
                .bindMethods(visit)
                .bind("division", evaluation.division())
                .bind("year", evaluation.year())
                .execute());
    }

    /** How many visits are planned for days that the window does not have. */
    int outside(UnifiedEvaluation evaluation, EvaluationWindow window) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM evaluation_visit
                        WHERE division = :division AND year = :year AND visit_on NOT BETWEEN :from AND :to""")
                .bindMethods(window)
                .bind("division", evaluation.division())
                .bind("year", evaluation.year())
                .mapTo(Integer.class)
                .one());
    }

    /** Visits to communities of the caller's territory, in the order of codes. */
    Page<EvaluationVisit> list(DivisionCode division, int year, Map<String, Object> caller, PageRequest request) {
        List<EvaluationVisit> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.* FROM evaluation_visit v
                        WHERE v.division = :division AND v.year = :year AND v.community > :after AND %s
                        ORDER BY v.community LIMIT :limit""".formatted(Jurisdiction.within("v.community")))
                        .bindMap(caller)
                        .bind("division", division)
                        .bind("year", year)
                        .bind("after", request.after())
                        .bind("limit", request.limit() + 1)
                        .mapTo(EvaluationVisit.class)
                        .list());
        return Page.of(found, request, visit -> visit.community().value());
    }
}
