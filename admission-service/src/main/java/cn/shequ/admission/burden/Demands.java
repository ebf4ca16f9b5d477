package cn.shequ.admission.burden;

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
import org.jspecify.annotations.Nullable;

/** The burden register as it is kept. */
@ApplicationScoped
class Demands {

    private final Jdbi jdbi;

    Demands(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the form was asked of the community for that period already. */
    boolean add(Demand demand) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO demand (id, community, demanding_body, demanding_body_name, demanding_body_level, kind,
                          matter, demanded, basis, placement, form, form_period, exemption, grounds, recorded_by,
                          demanded_on)
                        VALUES (:id, :community, :demandingBody, :demandingBodyName, :demandingBodyLevel, :kind, :matter,
                          :demanded, :basis, :placement, :form, :formPeriod, :exemption, :grounds, :recordedBy,
                          :demandedOn)
                        ON CONFLICT (form, community, form_period) DO NOTHING""").bindMethods(demand).execute())
                == 1;
    }

    Optional<Demand> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM demand WHERE id = :id")
                .bind("id", id)
                .mapTo(Demand.class)
                .findOne());
    }

    /** Demands on communities of the caller's territory, in the order in which they were made; those of one body if named. */
    Page<Demand> list(
            @Nullable DivisionCode community,
            @Nullable DemandKind kind,
            @Nullable Boolean refused,
            @Nullable String own,
            Map<String, Object> caller,
            PageRequest request) {
        List<Demand> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.* FROM demand d
                        WHERE d.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR d.community = :community)
                          AND (CAST(:kind AS varchar) IS NULL OR d.kind = :kind)
                          AND (CAST(:refused AS boolean) IS NULL OR (d.grounds IS NOT NULL) = :refused)
                          AND (CAST(:own AS char(18)) IS NULL OR d.demanding_body = :own)
                          AND %s
                        ORDER BY d.id LIMIT :limit""".formatted(Jurisdiction.within("d.community")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("community", community)
                        .bind("kind", kind)
                        .bind("refused", refused)
                        .bind("own", own)
                        .bind("limit", request.limit() + 1)
                        .mapTo(Demand.class)
                        .list());
        return Page.of(found, request, demand -> demand.id().toString());
    }

    /** Counts of the days from and to, both included, per community, month and body. */
    Page<DemandCount> counts(
            LocalDate from,
            LocalDate to,
            @Nullable DivisionCode community,
            @Nullable String own,
            Map<String, Object> caller,
            PageRequest request) {
        List<DemandCount> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.* FROM (
                          SELECT d.community, d.demanding_body, d.demanding_body_name,
                                 to_char(d.demanded_on, 'YYYY-MM') AS month, count(*) AS demands, count(d.grounds) AS refused
                          FROM demand d
                          WHERE d.demanded_on BETWEEN :from AND :to
                            AND (CAST(:community AS char(12)) IS NULL OR d.community = :community)
                            AND (CAST(:own AS char(18)) IS NULL OR d.demanding_body = :own)
                            AND %s
                          GROUP BY d.community, d.demanding_body, d.demanding_body_name, 4) c,
                          LATERAL (SELECT c.community || c.month || coalesce(c.demanding_body, '') || c.demanding_body_name
                            COLLATE "C" AS key) place
                        WHERE place.key > :after ORDER BY place.key LIMIT :limit""".formatted(Jurisdiction.within("d.community")))
                        .bindMap(caller)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("community", community)
                        .bind("own", own)
                        .bind("after", request.after())
                        .bind("limit", request.limit() + 1)
                        .mapTo(DemandCount.class)
                        .list());
        return Page.of(found, request, DemandCount::key);
    }
}
