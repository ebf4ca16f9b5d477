package cn.shequ.admission.assessment;

import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Assessments as they are kept. */
@ApplicationScoped
class Assessments {

    private static final String SELECT = """
            SELECT a.*, was_barred(a.subject, make_date(a.year, 1, 1), make_date(a.year, 12, 31)) AS under_veto
            FROM assessment a
            """;

    private final Jdbi jdbi;

    Assessments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the subject has one for the year already. */
    boolean add(UUID id, NewAssessment asked, Map<String, String> units, String person, LocalDate day) {
        return jdbi.withHandle(handle -> {
            int added = handle.createUpdate("""
                            INSERT INTO assessment (id, division, subject, year, stage, version, drafted_by, drafted_on)
                            VALUES (:id, :division, :subject, :year, 'DRAFT', 1, :person, :day)
                            ON CONFLICT (subject, year) DO NOTHING""")
                    .bindMethods(asked)
                    .bind("id", id)
                    .bind("person", person)
                    .bind("day", day)
                    .execute();
            if (added == 1) {
                addTargets(handle, id, asked.targets(), units);
            }
            return added == 1;
        });
    }

    void replaceTargets(UUID id, List<NewTarget> targets, Map<String, String> units) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM assessment_target WHERE assessment_id = ?", id);
            addTargets(handle, id, targets, units);
            handle.execute("UPDATE assessment SET version = version + 1 WHERE id = ?", id);
        });
    }

    private static void addTargets(Handle handle, UUID id, List<NewTarget> targets, Map<String, String> units) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO assessment_target (assessment_id, indicator, unit, comparison, value, weight)
                VALUES (:id, :indicator, :unit, :comparison, :value, :weight)""");
        targets.forEach(target -> batch.bindMethods(target)
                .bind("id", id)
                .bind("unit", units.get(target.indicator()))
                .add());
        batch.execute();
    }

    Optional<Assessment> find(UUID id) {
        return read(id, "");
    }

    /** The assessment, which nobody else changes until this transaction ends. */
    Optional<Assessment> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<Assessment> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE a.id = :id" + locking)
                .bind("id", id)
                .mapTo(Assessment.class)
                .findOne());
    }

    void issue(UUID id, String person, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE assessment SET stage = 'ISSUED', version = version + 1, issued_by = :person, issued_on = :day
                        WHERE id = :id""")
                .bind("id", id)
                .bind("person", person)
                .bind("day", day)
                .execute());
    }

    void close(UUID id, Score score, CommentTerm term, String person, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE assessment SET stage = 'CLOSED', version = version + 1, closed_by = :person, closed_on = :day,
                          comment_by = :lastDay, comment_rule = :commentRule, score = :percent, weight_met = :weightMet,
                          weight_counted = :weightCounted, missing_rule = :rule
                        WHERE id = :id""")
                .bindMethods(score)
                .bind("id", id)
                .bind("person", person)
                .bind("day", day)
                .bind("lastDay", term.lastDay())
                .bind("commentRule", term.rule().reference())
                .execute());
    }

    /** Those set or to be met in the caller's territory; drafts only where they are set. */
    Page<Assessment> list(AssessmentFilter filter, Map<String, Object> caller, PageRequest request) {
        return page(
                """
                (%s OR a.stage <> 'DRAFT' AND %s)""".formatted(Jurisdiction.within("a.division"), Jurisdiction.within("a.subject")),
                filter,
                caller,
                request);
    }

    /** Those that are closed, for everybody. */
    Page<Assessment> closed(AssessmentFilter filter, PageRequest request) {
        return page("a.stage = 'CLOSED'", filter, Map.of(), request);
    }

    private Page<Assessment> page(
            String visible, AssessmentFilter filter, Map<String, Object> caller, PageRequest request) {
        List<Assessment> found = jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE a.id > :after
                          AND (CAST(:division AS char(12)) IS NULL OR a.division = :division)
                          AND (CAST(:subject AS char(12)) IS NULL OR a.subject = :subject)
                          AND (CAST(:year AS int) IS NULL OR a.year = :year)
                          AND (CAST(:stage AS varchar) IS NULL OR a.stage = :stage)
                          AND %s
                        ORDER BY a.id LIMIT :limit""".formatted(visible))
                .bindMap(caller)
                .bindMethods(filter)
                .bind("after", request.afterId())
                .bind("limit", request.limit() + 1)
                .mapTo(Assessment.class)
                .list());
        return Page.of(found, request, assessment -> assessment.id().toString());
    }
}
