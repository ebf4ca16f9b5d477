package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE f.id = :id")
                .bind("id", id)
                .mapTo(CatalogueForm.class)
                .findOne());
    }

    /** Nobody else changes these forms until this transaction ends; in one order, so that no two wait for each other. */
    void lock(Set<UUID> ids) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT id FROM catalogue_form WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR UPDATE""")
                .bind("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .mapTo(UUID.class)
                .list());
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
     * The forms that are in force with one on a day, reach the same communities and share fields with it; what shares most comes
     * first. Reads the fields of the one form and, by the index on their names, who else has them: never pairs of other forms.
     */
    Page<FormOverlap> overlaps(UUID form, LocalDate on, PageRequest request) {
        List<FormOverlap> found = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH pair AS (
                          SELECT y.form AS other, array_agg(x.name ORDER BY x.number) AS shared,
                                 lpad((99999 - count(*))::text, 5, '0') || y.form AS key
                          FROM form_field x JOIN form_field y ON y.normalised = x.normalised AND y.form <> x.form
                          WHERE x.form = :form
                          GROUP BY y.form)
                        SELECT f.id AS form, f.title, o.id AS other, o.title AS other_title, p.shared,
                               (SELECT count(*) FROM form_field c WHERE c.form = f.id) AS fields,
                               (SELECT count(*) FROM form_field c WHERE c.form = o.id) AS other_fields
                        FROM pair p JOIN catalogue_form o ON o.id = p.other JOIN catalogue_form f ON f.id = :form
                        WHERE p.key > :after
                          AND f.valid_from <= :on AND (f.valid_to IS NULL OR f.valid_to >= :on)
                          AND o.valid_from <= :on AND (o.valid_to IS NULL OR o.valid_to >= :on)
                          AND EXISTS (
                            SELECT 1 FROM division_ancestry a
                            WHERE (a.descendant, a.ancestor) IN ((f.division, o.division), (o.division, f.division))
                              AND a.valid_from <= :on AND (a.valid_to IS NULL OR a.valid_to >= :on))
                        ORDER BY p.key LIMIT :limit""")
                .bind("form", form)
                .bind("on", on)
                .bind("after", request.after())
                .bind("limit", request.limit() + 1)
                .mapTo(FormOverlap.class)
                .list());
        return Page.of(found, request, FormOverlap::key);
    }
}
