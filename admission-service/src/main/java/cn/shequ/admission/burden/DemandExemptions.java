package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Exemptions as they are kept. */
@ApplicationScoped
class DemandExemptions {

    private final Jdbi jdbi;

    DemandExemptions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(DemandExemption exemption) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO demand_exemption (id, department, deciding_division, division, kind, matter, demanded,
                          reason, valid_from, valid_to, requested_by, requested_on, stage)
                        VALUES (:id, :department, :decidingDivision, :division, :kind, :matter, :demanded, :reason,
                          :validFrom, :validTo, :requestedBy, :requestedOn, :stage)""").bindMethods(exemption).execute());
    }

    Optional<DemandExemption> find(UUID id) {
        return read(id, "");
    }

    /** The exemption, which nobody else changes until this transaction ends. */
    Optional<DemandExemption> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<DemandExemption> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM demand_exemption WHERE id = :id" + locking)
                .bind("id", id)
                .mapTo(DemandExemption.class)
                .findOne());
    }

    void decide(DemandExemption exemption) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE demand_exemption SET stage = :stage, decided_by = :decidedBy, decided_on = :decidedOn,
                          note = :note
                        WHERE id = :id""").bindMethods(exemption).execute());
    }

    /** Those that were decided, in the order in which they were requested; for everybody. */
    Page<DemandExemption> list(
            @Nullable DivisionCode decidingDivision,
            @Nullable CreditCode department,
            DemandExemption.@Nullable Stage stage,
            PageRequest request) {
        List<DemandExemption> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM demand_exemption
                        WHERE id > :after AND stage <> 'REQUESTED'
                          AND (CAST(:division AS char(12)) IS NULL OR deciding_division = :division)
                          AND (CAST(:department AS char(18)) IS NULL OR department = :department)
                          AND (CAST(:stage AS varchar) IS NULL OR stage = :stage)
                        ORDER BY id LIMIT :limit""")
                .bind("after", request.afterId())
                .bind("division", decidingDivision)
                .bind("department", department)
                .bind("stage", stage)
                .bind("limit", request.limit() + 1)
                .mapTo(DemandExemption.class)
                .list());
        return Page.of(found, request, exemption -> exemption.id().toString());
    }

    /** Those of bodies of the caller's territory, decided or not, in the order in which they were requested. */
    Page<DemandExemption> requests(
            DemandExemption.@Nullable Stage stage,
            @Nullable String department,
            Map<String, Object> caller,
            PageRequest request) {
        List<DemandExemption> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.* FROM demand_exemption e
                        WHERE e.id > :after
                          AND (CAST(:department AS char(18)) IS NULL OR e.department = :department)
                          AND (CAST(:stage AS varchar) IS NULL OR e.stage = :stage)
                          AND %s
                        ORDER BY e.id LIMIT :limit""".formatted(Jurisdiction.within("e.deciding_division")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("department", department)
                        .bind("stage", stage)
                        .bind("limit", request.limit() + 1)
                        .mapTo(DemandExemption.class)
                        .list());
        return Page.of(found, request, exemption -> exemption.id().toString());
    }
}
