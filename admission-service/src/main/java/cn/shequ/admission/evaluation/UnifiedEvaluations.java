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
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The one evaluation of each division and year. */
@ApplicationScoped
class UnifiedEvaluations {

    /** Whom an evaluation is made at may see it, too. */
    private static final String ABOVE_CALLER = """
            EXISTS (SELECT 1 FROM division_ancestry above WHERE above.ancestor = e.division
              AND above.descendant = :callerDivision AND above.valid_from <= :today
              AND (above.valid_to IS NULL OR above.valid_to >= :today))""";

    private final Jdbi jdbi;

    UnifiedEvaluations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When it is not there yet. */
    void open(DivisionCode division, int year, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO unified_evaluation (division, year, opened_on) VALUES (:division, :year, :day)
                        ON CONFLICT DO NOTHING""")
                .bind("division", division)
                .bind("year", year)
                .bind("day", day)
                .execute());
    }

    Optional<UnifiedEvaluation> find(DivisionCode division, int year) {
        return read(division, year, "");
    }

    /** The evaluation, which nobody else changes until this transaction ends. */
    Optional<UnifiedEvaluation> lock(DivisionCode division, int year) {
        return read(division, year, " FOR UPDATE");
    }

    private Optional<UnifiedEvaluation> read(DivisionCode division, int year, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM unified_evaluation WHERE division = :division AND year = :year" + locking)
                .bind("division", division)
                .bind("year", year)
                .mapTo(UnifiedEvaluation.class)
                .findOne());
    }

    void putWindow(UnifiedEvaluation evaluation, EvaluationWindow window, String person) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE unified_evaluation
                        SET window_from = :from, window_to = :to, scheduled_by = :person, version = version + 1
                        WHERE division = :division AND year = :year""")
                .bind("division", evaluation.division())
                .bind("year", evaluation.year())
                .bindMethods(window)
                .bind("person", person)
                .execute());
    }

    /** Of divisions that the caller serves, or that the caller's division lies in. */
    Page<UnifiedEvaluation> list(@Nullable Integer year, Map<String, Object> caller, PageRequest request) {
        List<UnifiedEvaluation> found = jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT e.* FROM unified_evaluation e
                        WHERE e.division || e.year > :after
                          AND (CAST(:year AS int) IS NULL OR e.year = :year)
                          AND (%s OR %s)
                        ORDER BY e.division || e.year LIMIT :limit""".formatted(Jurisdiction.within("e.division"), ABOVE_CALLER))
                        .bindMap(caller)
                        .bind("after", request.after())
                        .bind("year", year)
                        .bind("limit", request.limit() + 1)
                        .mapTo(UnifiedEvaluation.class)
                        .list());
        return Page.of(found, request, evaluation -> evaluation.division().value() + evaluation.year());
    }
}
