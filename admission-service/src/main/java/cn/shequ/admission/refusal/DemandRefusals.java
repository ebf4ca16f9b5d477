package cn.shequ.admission.refusal;

import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.Provisional;
import cn.shequ.admission.dueday.ProvisionalDays;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Refusals as they are kept. */
@ApplicationScoped
class DemandRefusals implements ProvisionalDays {

    private final Jdbi jdbi;

    DemandRefusals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(DemandRefusal refusal) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO demand_refusal (id, community, demanding_body, demanding_body_name,
                          demanding_body_level, matter, demanded, grounds, finding, refused_by, refused_on,
                          coordinating_division, coordinate_by, provisional, deadline_rule)
                        VALUES (:id, :community, :demandingBody, :demandingBodyName, :demandingBodyLevel, :matter,
                          :demanded, :grounds, :finding, :refusedBy, :refusedOn, :coordinatingDivision, :coordinateBy,
                          :provisional, :deadlineRule)""").bindMethods(refusal).execute());
    }

    Optional<DemandRefusal> find(UUID id) {
        return read(id, "");
    }

    /** The refusal, which nobody else changes until this transaction ends. */
    Optional<DemandRefusal> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<DemandRefusal> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM demand_refusal WHERE id = :id" + locking)
                .bind("id", id)
                .mapTo(DemandRefusal.class)
                .findOne());
    }

    void close(DemandRefusal refusal) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE demand_refusal SET outcome = :outcome, application_id = :applicationId,
                          basis_kind = :basisKind, basis_citation = :basisCitation, note = :note,
                          closed_by = :closedBy, closed_as = :closedAs, closed_on = :closedOn
                        WHERE id = :id""").bindMethods(refusal).execute());
    }

    /** Some that are overdue and of which that has not been said, locked; what another instance sweeps is left to it. */
    List<DemandRefusal> lockUntold(LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM demand_refusal r
                        WHERE r.outcome IS NULL AND r.escalated_on IS NULL AND r.coordinate_by < :today
                          AND NOT r.provisional
                          AND EXISTS (SELECT 1 FROM leading_group g WHERE g.division = r.coordinating_division)
                        ORDER BY r.coordinate_by, r.id LIMIT 200 FOR UPDATE OF r SKIP LOCKED""")
                .bind("today", today)
                .mapTo(DemandRefusal.class)
                .list());
    }

    void escalate(UUID id, LocalDate day) {
        jdbi.useHandle(handle -> handle.execute("UPDATE demand_refusal SET escalated_on = ? WHERE id = ?", day, id));
    }

    @Override
    public Counting counting() {
        return Counting.CALENDAR_DAYS;
    }

    @Override
    public List<Provisional> lockSome(Collection<Integer> years) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, community AS division, refused_on AS entered_on, refused_on AS since,
                          ARRAY[deadline_rule] AS rules
                        FROM demand_refusal
                        WHERE provisional AND outcome IS NULL AND extract(year FROM coordinate_by) = ANY(:years)
                        ORDER BY id LIMIT 200 FOR UPDATE SKIP LOCKED""")
                .bind("years", years.toArray(Integer[]::new))
                .mapTo(Provisional.class)
                .list());
    }

    @Override
    public void put(UUID id, List<DueDay> days) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE demand_refusal SET coordinate_by = :day, provisional = :provisional WHERE id = :id")
                .bindMethods(days.getFirst())
                .bind("id", id)
                .execute());
    }

    /**
     * Refusals of the caller's territory, in the order in which they were made.
     *
     * @param overdue those whose coordination has not ended in time, or all others
     */
    Page<DemandRefusal> list(
            @Nullable DivisionCode community,
            @Nullable DivisionCode coordinatedBy,
            @Nullable Boolean open,
            @Nullable Boolean overdue,
            Map<String, Object> caller,
            PageRequest request) {
        List<DemandRefusal> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM demand_refusal r
                        WHERE r.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR r.community = :community)
                          AND (CAST(:coordinatedBy AS char(12)) IS NULL OR r.coordinating_division = :coordinatedBy)
                          AND (CAST(:overdue AS boolean) IS NULL
                            OR (r.outcome IS NULL AND r.coordinate_by < :today AND NOT r.provisional) = :overdue)
                          AND (CAST(:open AS boolean) IS NULL OR (r.outcome IS NULL) = :open)
                          AND %s
                        ORDER BY r.id LIMIT :limit""".formatted(Jurisdiction.within("r.community")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("community", community)
                        .bind("coordinatedBy", coordinatedBy)
                        .bind("open", open)
                        .bind("overdue", overdue)
                        .bind("limit", request.limit() + 1)
                        .mapTo(DemandRefusal.class)
                        .list());
        return Page.of(found, request, refusal -> refusal.id().toString());
    }
}
