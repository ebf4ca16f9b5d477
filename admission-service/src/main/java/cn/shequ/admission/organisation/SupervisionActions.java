package cn.shequ.admission.organisation;

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
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Acts of supervision as they are kept. */
@ApplicationScoped
class SupervisionActions {

    private static final String SELECT = """
            SELECT s.*, ARRAY(SELECT p.department::text FROM supervision_participant p WHERE p.action_id = s.id
                              ORDER BY p.department) AS participants
            FROM supervision_action s\s""";

    private final Jdbi jdbi;

    SupervisionActions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(SupervisionAction action) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO supervision_action (id, kind, community, organisation_id, body_name, grounds, taken_by,
                      taken_on, due_on)
                    VALUES (:id, :kind, :community, :organisationId, :bodyName, :grounds, :takenBy, :takenOn, :dueOn)""").bindMethods(action).execute();
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO supervision_participant (action_id, department) VALUES (:action, :department)");
            action.participants().forEach(department -> batch.bind("action", action.id())
                    .bind("department", department)
                    .add());
            batch.execute();
        });
    }

    Optional<SupervisionAction> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE s.id = :id")
                .bind("id", id)
                .mapTo(SupervisionAction.class)
                .findOne());
    }

    /** The act, which nobody else concludes until this transaction ends. */
    Optional<SupervisionAction> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE s.id = :id FOR UPDATE OF s")
                .bind("id", id)
                .mapTo(SupervisionAction.class)
                .findOne());
    }

    void conclude(UUID id, String result, String by, LocalDate on) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE supervision_action SET result = :result, concluded_by = :by, concluded_on = :on
                        WHERE id = :id""")
                .bind("result", result)
                .bind("by", by)
                .bind("on", on)
                .bind("id", id)
                .execute());
    }

    /** Acts in the caller's territory, in the order in which they were taken; with {@code overdue} only rectifications that are. */
    Page<SupervisionAction> list(
            @Nullable DivisionCode community,
            @Nullable UUID organisation,
            @Nullable SupervisionKind kind,
            boolean overdue,
            Map<String, Object> caller,
            PageRequest request) {
        List<SupervisionAction> found =
                jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE s.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR s.community = :community)
                          AND (CAST(:organisation AS uuid) IS NULL OR s.organisation_id = :organisation)
                          AND (CAST(:kind AS varchar) IS NULL OR s.kind = :kind)
                          AND (NOT :overdue OR s.concluded_on IS NULL AND s.due_on < :today)
                          AND %s
                        ORDER BY s.id LIMIT :limit""".formatted(Jurisdiction.within("s.community")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("community", community)
                        .bind("organisation", organisation)
                        .bind("kind", kind)
                        .bind("overdue", overdue)
                        .bind("limit", request.limit() + 1)
                        .mapTo(SupervisionAction.class)
                        .list());
        return Page.of(found, request, action -> action.id().toString());
    }
}
