package cn.shequ.admission.seal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Forms with a seal field, held against the law (Art. 8). */
@ApplicationScoped
class FormReviews {

    private final Jdbi jdbi;
    private final Departments departments;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    FormReviews(Jdbi jdbi, Departments departments, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.jdbi = jdbi;
        this.departments = departments;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    FormReview review(NewFormReview asked) {
        Contradictions.refuse(asked.findings());
        Department body = departments.find(asked.department()).orElseThrow(() -> Refusal.of(
                        AdmissionProblem.DEPARTMENT_UNKNOWN)
                .with("creditCode", asked.department()));
        jurisdiction.requireAct(Reach.of(body.division()));
        FormReview review = FormReview.of(
                Ids.next(), body.division(), asked, callers.current().subject(), LocalDate.now(clock));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO form_review (id, division, department, title, basis_kind, basis_citation, outcome,
                          reviewed_by, reviewed_on)
                        VALUES (:id, :division, :department, :title, :basisKind, :basisCitation, :outcome,
                          :reviewedBy, :reviewedOn)""").bindMethods(review).execute());
        return review;
    }

    FormReview get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM form_review WHERE id = :id")
                        .bind("id", id)
                        .mapTo(FormReview.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    Page<FormReview> list(
            @Nullable DivisionCode division,
            @Nullable CreditCode department,
            FormReview.@Nullable Outcome outcome,
            PageRequest request) {
        List<FormReview> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM form_review
                        WHERE id > :after
                          AND (CAST(:division AS char(12)) IS NULL OR division = :division)
                          AND (CAST(:department AS char(18)) IS NULL OR department = :department)
                          AND (CAST(:outcome AS varchar) IS NULL OR outcome = :outcome)
                        ORDER BY id LIMIT :limit""")
                .bind("after", request.afterId())
                .bind("division", division)
                .bind("department", department)
                .bind("outcome", outcome)
                .bind("limit", request.limit() + 1)
                .mapTo(FormReview.class)
                .list());
        return Page.of(found, request, review -> review.id().toString());
    }
}
