package cn.shequ.admission.seal;

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

/** Demands for seals and certificates as they are kept. */
@ApplicationScoped
class SealDemands {

    private final Jdbi jdbi;

    SealDemands(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(SealDemand demand) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO seal_demand (id, community, demanding_body, demanding_body_name,
                          demanding_body_level, matter, demanded, finding, recorded_by, demanded_on)
                        VALUES (:id, :community, :demandingBody, :demandingBodyName, :demandingBodyLevel, :matter,
                          :demanded, :finding, :recordedBy, :demandedOn)""").bindMethods(demand).execute());
    }

    Optional<SealDemand> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM seal_demand WHERE id = :id")
                .bind("id", id)
                .mapTo(SealDemand.class)
                .findOne());
    }

    /** Demands on communities of the caller's territory, in the order in which they were made; those of one body if named. */
    Page<SealDemand> list(
            @Nullable DivisionCode community,
            @Nullable SealFinding finding,
            @Nullable String own,
            Map<String, Object> caller,
            PageRequest request) {
        List<SealDemand> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.* FROM seal_demand d
                        WHERE d.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR d.community = :community)
                          AND (CAST(:finding AS varchar) IS NULL OR d.finding = :finding)
                          AND (CAST(:own AS char(18)) IS NULL OR d.demanding_body = :own)
                          AND %s
                        ORDER BY d.id LIMIT :limit""".formatted(Jurisdiction.within("d.community")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("community", community)
                        .bind("finding", finding)
                        .bind("own", own)
                        .bind("limit", request.limit() + 1)
                        .mapTo(SealDemand.class)
                        .list());
        return Page.of(found, request, demand -> demand.id().toString());
    }
}
