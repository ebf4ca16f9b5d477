package cn.shequ.admission.evaluation;

import cn.shequ.admission.groupvote.Decider;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
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

/** Requested evaluations as they are kept. */
@ApplicationScoped
class EvaluationRequests {

    private final Jdbi jdbi;

    EvaluationRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the body has asked for an item of this title in this year, and was not told no. */
    boolean add(EvaluationRequest request) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO evaluation_request (id, year, department, division, decided_by,
                          decided_because, round, title, criteria, points,
                          document_title, document_number, document_issued_on, issuer, issuing_department, stage,
                          submitted_by, submitted_on, request_by, request_by_rule)
                        VALUES (:id, :year, :department, :division, :decidedBy,
                          :decidedBecause, :round, :title, :criteria, :points,
                          :documentTitle, :documentNumber, :documentIssuedOn, :issuer, :issuingDepartment, :stage,
                          :submittedBy, :submittedOn, :requestBy, :requestByRule)
                        ON CONFLICT DO NOTHING""").bindMethods(request).execute())
                == 1;
    }

    Optional<EvaluationRequest> find(UUID id) {
        return read(id, "");
    }

    /** The request, which nobody else changes until this transaction ends. */
    Optional<EvaluationRequest> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    /** The request, which stays as it is until this transaction ends; others may read it so, too. */
    Optional<EvaluationRequest> share(UUID id) {
        return read(id, " FOR SHARE");
    }

    private Optional<EvaluationRequest> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM evaluation_request WHERE id = :id" + locking)
                .bind("id", id)
                .mapTo(EvaluationRequest.class)
                .findOne());
    }

    /** Another group begins anew with it, or the same one decides for another reason. */
    void putDecider(UUID id, int round, Decider decider) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE evaluation_request
                        SET decided_by = :division, decided_because = :because, round = :round
                        WHERE id = :id""")
                .bind("id", id)
                .bindMethods(decider)
                .bind("round", round)
                .execute());
    }

    void putWithdrawn(UUID id, EvaluationStage stage, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE evaluation_request SET stage = :stage, reason = :reason WHERE id = :id")
                .bind("id", id)
                .bind("stage", stage)
                .bind("reason", reason)
                .execute());
    }

    void putDecision(UUID id, EvaluationStage stage, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE evaluation_request SET stage = :stage, decided_on = :day WHERE id = :id")
                .bind("id", id)
                .bind("stage", stage)
                .bind("day", day)
                .execute());
    }

    /** Whether the body made the request or holds the place of who did; so it is until this transaction ends. */
    boolean isHeldBy(EvaluationRequest request, CreditCode body) {
        return jdbi.withHandle(handle -> handle.createQuery(Held.BY_OWN + """
                        SELECT 1 FROM department body
                        WHERE body.credit_code = :own AND body.succeeded_by IS NULL
                          AND EXISTS (SELECT 1 FROM held WHERE held.credit_code = :department)
                        FOR SHARE OF body""")
                .bind("own", body)
                .bind("department", request.department())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** What was asked of the groups of the caller's territory; by a body and its predecessors if named. */
    Page<EvaluationRequest> list(
            @Nullable Integer year,
            @Nullable EvaluationStage stage,
            @Nullable String own,
            Map<String, Object> caller,
            PageRequest request) {
        List<EvaluationRequest> found = jdbi.withHandle(
                handle -> handle.createQuery(Held.BY_OWN + """
                        SELECT r.* FROM evaluation_request r
                        WHERE r.id > :after
                          AND (CAST(:year AS int) IS NULL OR r.year = :year)
                          AND (CAST(:stage AS varchar) IS NULL OR r.stage = :stage)
                          AND (CAST(:own AS char(18)) IS NULL OR r.department IN (SELECT credit_code FROM held))
                          AND %s
                        ORDER BY r.id LIMIT :limit""".formatted(Jurisdiction.within("r.division")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("year", year)
                        .bind("stage", stage)
                        .bind("own", own)
                        .bind("limit", request.limit() + 1)
                        .mapTo(EvaluationRequest.class)
                        .list());
        return Page.of(found, request, item -> item.id().toString());
    }

    /** What is evaluated in a division and year. */
    Page<EvaluationRequest> items(DivisionCode division, int year, PageRequest request) {
        List<EvaluationRequest> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM evaluation_request
                        WHERE division = :division AND year = :year AND stage = 'APPROVED' AND id > :after
                        ORDER BY id LIMIT :limit""")
                .bind("division", division)
                .bind("year", year)
                .bind("after", request.afterId())
                .bind("limit", request.limit() + 1)
                .mapTo(EvaluationRequest.class)
                .list());
        return Page.of(found, request, item -> item.id().toString());
    }

    /** Whether an item of the body, or of one whose place it has taken, is evaluated in a division and year. */
    boolean takesPart(String own, DivisionCode division, int year) {
        return jdbi.withHandle(handle -> handle.createQuery(Held.BY_OWN + """
                        SELECT EXISTS (SELECT 1 FROM evaluation_request r JOIN held ON held.credit_code = r.department
                          WHERE r.division = :division AND r.year = :year AND r.stage = 'APPROVED')""")
                .bind("own", own)
                .bind("division", division)
                .bind("year", year)
                .mapTo(Boolean.class)
                .one());
    }
}
