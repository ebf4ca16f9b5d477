package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The catalogue of statistical forms and ledgers (Art. 7). */
@ApplicationScoped
class FormCatalogue {

    private static final String SELECT = """
            SELECT f.*, ARRAY(SELECT x.name FROM form_field x WHERE x.form = f.id ORDER BY x.number) AS fields
            FROM catalogue_form f
            """;

    private final Jdbi jdbi;

    FormCatalogue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<CatalogueForm> find(UUID id) {
        return read(id, "");
    }

    /** The form, which nobody else changes until this transaction ends. */
    Optional<CatalogueForm> lock(UUID id) {
        return read(id, " FOR UPDATE OF f");
    }

    private Optional<CatalogueForm> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE f.id = :id" + locking)
                .bind("id", id)
                .mapTo(CatalogueForm.class)
                .findOne());
    }

    Page<CatalogueForm> list(
            @Nullable DivisionCode division, @Nullable DemandKind kind, @Nullable LocalDate on, PageRequest request) {
        List<CatalogueForm> found = jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE f.id > :after
                          AND (CAST(:division AS char(12)) IS NULL OR f.division = :division)
                          AND (CAST(:kind AS varchar) IS NULL OR f.kind = :kind)
                          AND (CAST(:on AS date) IS NULL
                            OR f.valid_from <= :on AND (f.valid_to IS NULL OR f.valid_to >= :on))
                        ORDER BY f.id LIMIT :limit""")
                .bind("after", request.afterId())
                .bind("division", division)
                .bind("kind", kind)
                .bind("on", on)
                .bind("limit", request.limit() + 1)
                .mapTo(CatalogueForm.class)
                .list());
        return Page.of(found, request, form -> form.id().toString());
    }

    void add(CatalogueForm form) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO catalogue_form (id, kind, title, issuing_body, division, basis, frequency, entered_by,
                      valid_from)
                    VALUES (:id, :kind, :title, :issuingBody, :division, :basis, :frequency, :enteredBy, :validFrom)""").bindMethods(form).execute();
            handle.createUpdate("""
                    INSERT INTO form_field (form, number, name, normalised)
                    SELECT :form, number, name, normalised
                    FROM unnest(CAST(:names AS varchar[]), CAST(:normalised AS varchar[]))
                      WITH ORDINALITY AS listed (name, normalised, number)""")
                    .bind("form", form.id())
                    .bind("names", form.fields().toArray(String[]::new))
                    .bind(
                            "normalised",
                            form.fields().stream().map(FieldName::normalised).toArray(String[]::new))
                    .execute();
        });
    }

    void end(UUID id, FormEnd end) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE catalogue_form SET valid_to = :validTo, merged_into = :mergedInto WHERE id = :id")
                .bind("validTo", end.validTo())
                .bind("mergedInto", end.mergedInto())
                .bind("id", id)
                .execute());
    }

    /**
     * Pairs of forms that are in force on a day, reach the same communities and share fields; what shares most comes first.
     */
    Page<FormOverlap> overlaps(LocalDate on, PageRequest request) {
        List<FormOverlap> found = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH in_force AS (
                          SELECT f.id, f.title, f.division,
                                 (SELECT count(*) FROM form_field c WHERE c.form = f.id) AS fields
                          FROM catalogue_form f
                          WHERE f.valid_from <= :on AND (f.valid_to IS NULL OR f.valid_to >= :on)),
                        pair AS (
                          SELECT x.form, y.form AS other, array_agg(x.name ORDER BY x.number) AS shared,
                                 lpad((99999 - count(*))::text, 5, '0') || x.form || y.form AS key
                          FROM form_field x JOIN form_field y ON y.normalised = x.normalised AND y.form > x.form
                          WHERE x.form IN (SELECT id FROM in_force) AND y.form IN (SELECT id FROM in_force)
                          GROUP BY x.form, y.form)
                        SELECT p.form, f.title, p.other, o.title AS other_title, f.fields, o.fields AS other_fields, p.shared
                        FROM pair p JOIN in_force f ON f.id = p.form JOIN in_force o ON o.id = p.other
                        WHERE p.key > :after AND EXISTS (
                          SELECT 1 FROM division_ancestry a
                          WHERE (a.descendant, a.ancestor) IN ((f.division, o.division), (o.division, f.division))
                            AND a.valid_from <= :on AND (a.valid_to IS NULL OR a.valid_to >= :on))
                        ORDER BY p.key LIMIT :limit""")
                .bind("on", on)
                .bind("after", request.after())
                .bind("limit", request.limit() + 1)
                .mapTo(FormOverlap.class)
                .list());
        return Page.of(found, request, FormOverlap::key);
    }
}
