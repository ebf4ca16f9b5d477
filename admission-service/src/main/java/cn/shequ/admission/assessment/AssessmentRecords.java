package cn.shequ.admission.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What targets came to, and what was said and corrected on the way. */
@ApplicationScoped
class AssessmentRecords {

    private final Jdbi jdbi;

    AssessmentRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order of indicators: as fixed when the assessment was closed, before that with the last figure of the year. */
    List<TargetFigure> targets(UUID assessment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT t.indicator, t.unit, t.comparison, t.value AS target, t.weight,
                          coalesce(r.recorded, f.value) AS recorded, coalesce(r.numerator, f.numerator) AS numerator,
                          coalesce(r.denominator, f.denominator) AS denominator, coalesce(r.as_of, f.as_of) AS as_of,
                          coalesce(r.source, f.source) AS source, c.value AS corrected, c.reason AS correction_reason
                        FROM assessment_target t JOIN assessment a ON a.id = t.assessment_id
                        LEFT JOIN assessment_result r USING (assessment_id, indicator)
                        LEFT JOIN assessment_correction c USING (assessment_id, indicator)
                        LEFT JOIN LATERAL (
                          SELECT i.* FROM indicator_figure i
                          WHERE i.division = a.subject AND i.indicator = t.indicator AND i.unit = t.unit
                            AND i.month BETWEEN make_date(a.year, 1, 1) AND make_date(a.year, 12, 1)
                          ORDER BY i.month DESC LIMIT 1) f ON a.stage <> 'CLOSED'
                        WHERE a.id = :assessment ORDER BY t.indicator""")
                .bind("assessment", assessment)
                .mapTo(TargetFigure.class)
                .list());
    }

    void addResults(UUID assessment, List<TargetFigure> targets) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO assessment_result (assessment_id, indicator, recorded, numerator, denominator, as_of, source,
                      value, finding)
                    VALUES (:assessment, :indicator, :recorded, :numerator, :denominator, :asOf, :source, :value,
                      :finding)""");
            targets.forEach(target ->
                    batch.bindMethods(target).bind("assessment", assessment).add());
            batch.execute();
        });
    }

    Optional<AssessmentView.Comment> comment(UUID assessment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT text, made_on FROM assessment_comment WHERE assessment_id = :assessment")
                .bind("assessment", assessment)
                .mapTo(AssessmentView.Comment.class)
                .findOne());
    }

    void addComment(UUID assessment, String text, String person, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO assessment_comment (assessment_id, text, made_by, made_on)
                        VALUES (:assessment, :text, :person, :day)""")
                .bind("assessment", assessment)
                .bind("text", text)
                .bind("person", person)
                .bind("day", day)
                .execute());
    }

    void addCorrection(UUID assessment, NewCorrection correction, String person, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO assessment_correction (assessment_id, indicator, value, reason, made_by, made_on)
                        VALUES (:assessment, :indicator, :value, :reason, :person, :day)""")
                .bindMethods(correction)
                .bind("assessment", assessment)
                .bind("person", person)
                .bind("day", day)
                .execute());
    }
}
