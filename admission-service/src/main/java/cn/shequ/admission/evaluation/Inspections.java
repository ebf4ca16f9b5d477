package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
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

/** Inspections as they are kept. */
@ApplicationScoped
class Inspections {

    private final Jdbi jdbi;

    Inspections(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Inspection inspection) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO inspection (id, community, demanding_body, demanding_body_name,
                          demanding_body_level, item, inspects, inspects_on, finding, recorded_by, recorded_on)
                        VALUES (:id, :community, :demandingBody, :demandingBodyName, :demandingBodyLevel, :item,
                          :inspects, :inspectsOn, :finding, :recordedBy, :recordedOn)""").bindMethods(inspection).execute());
    }

    Optional<Inspection> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM inspection WHERE id = :id")
                .bind("id", id)
                .mapTo(Inspection.class)
                .findOne());
    }

    /** Inspections in the caller's territory, as they were recorded; those of a body and its predecessors if named. */
    Page<Inspection> list(
            @Nullable DivisionCode community,
            @Nullable InspectionFinding finding,
            @Nullable String own,
            Map<String, Object> caller,
            PageRequest request) {
        List<Inspection> found = jdbi.withHandle(
                handle -> handle.createQuery(Held.BY_OWN + """
                        SELECT i.* FROM inspection i
                        WHERE i.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR i.community = :community)
                          AND (CAST(:finding AS varchar) IS NULL OR i.finding = :finding)
                          AND (CAST(:own AS char(18)) IS NULL OR i.demanding_body IN (SELECT credit_code FROM held))
                          AND %s
                        ORDER BY i.id LIMIT :limit""".formatted(Jurisdiction.within("i.community")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("community", community)
                        .bind("finding", finding)
                        .bind("own", own)
                        .bind("limit", request.limit() + 1)
                        .mapTo(Inspection.class)
                        .list());
        return Page.of(found, request, inspection -> inspection.id().toString());
    }
}
