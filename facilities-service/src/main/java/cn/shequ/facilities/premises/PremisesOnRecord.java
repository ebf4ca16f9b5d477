package cn.shequ.facilities.premises;

import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The premises on record with their areas. */
@ApplicationScoped
class PremisesOnRecord {

    private final Jdbi jdbi;

    PremisesOnRecord(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One change at a time in a community, so that each event tells the sum of all areas. */
    void lock(DivisionCode community) {
        jdbi.useHandle(handle ->
                handle.execute("SELECT pg_advisory_xact_lock(hashtext('premises'), hashtext(?))", community.value()));
    }

    void add(ServicePremises premises, String recordedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO premises (id, community, address, obtained, title, handed_over, uses, version, recorded_by)
                        VALUES (:id, :community, :address, :obtained, :title, :handedOver, :usesArray, :version, :by)""")
                .bindMethods(premises)
                .bind("usesArray", premises.uses().stream().map(Enum::name).toArray(String[]::new))
                .bind("by", recordedBy)
                .execute());
        premises.areas().forEach(area -> addArea(premises.id(), area, recordedBy));
    }

    void change(ServicePremises changed, ServicePremises.Area area, String recordedBy) {
        addArea(changed.id(), area, recordedBy);
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE premises SET version = :version WHERE id = :id")
                .bind("id", changed.id())
                .bind("version", changed.version())
                .execute());
    }

    private void addArea(UUID premises, ServicePremises.Area area, String recordedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO premises_area (premises, valid_from, area_square_metres, recorded_by)
                        VALUES (:premises, :validFrom, :areaSquareMetres, :by)""")
                .bind("premises", premises)
                .bindMethods(area)
                .bind("by", recordedBy)
                .execute());
    }

    void addDisposal(UUID id, ServicePremises premises, NewDisposal disposal, String recordedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO premises_disposal (id, premises, handed_over, disposal, counterparty, planned_on,
                                                       outcome, recorded_by)
                        VALUES (:id, :premises, :handedOver, :disposal, :counterparty, :plannedOn,
                                CASE WHEN :handedOver THEN 'REFUSED' ELSE 'RECORDED' END, :by)""")
                .bindMethods(disposal)
                .bind("id", id)
                .bind("premises", premises.id())
                .bind("handedOver", premises.handedOver())
                .bind("by", recordedBy)
                .execute());
    }

    Optional<ServicePremises> find(UUID id) {
        return jdbi
                .withHandle(handle -> complete(
                        handle,
                        handle.createQuery("SELECT * FROM premises WHERE id = :id")
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** Those in the caller's territory, in the order of ids. */
    List<ServicePremises> list(@Nullable DivisionCode community, Map<String, Object> jurisdiction, PageRequest page) {
        return jdbi.withHandle(handle -> complete(
                handle,
                handle.createQuery("SELECT * FROM premises WHERE id::text > :after"
                                + " AND (CAST(:community AS char(12)) IS NULL OR community = :community) AND "
                                + Jurisdiction.within("premises.community") + " ORDER BY id::text LIMIT :limit")
                        .bindMap(jurisdiction)
                        .bind("after", page.after())
                        .bind("community", community == null ? null : community.value())
                        .bind("limit", page.limit() + 1)
                        .mapTo(Row.class)
                        .list()));
    }

    /** What each of the communities has together on a day; those without premises are left out. */
    Map<DivisionCode, FloorArea> totals(Collection<DivisionCode> communities, LocalDate on) {
        record Total(DivisionCode community, FloorArea area) {}
        List<Total> totals = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.community, sum(a.area_square_metres) AS area
                        FROM premises p CROSS JOIN LATERAL (
                          SELECT area_square_metres FROM premises_area
                          WHERE premises = p.id AND valid_from <= :on ORDER BY valid_from DESC LIMIT 1) a
                        WHERE p.community = ANY(:communities) GROUP BY p.community""")
                .bind(
                        "communities",
                        communities.stream().map(DivisionCode::value).toArray(String[]::new))
                .bind("on", on)
                .mapTo(Total.class)
                .list());
        return totals.stream().collect(Collectors.toMap(Total::community, Total::area));
    }

    private record Row(
            UUID id,
            DivisionCode community,
            String address,
            HowObtained obtained,
            Title title,
            boolean handedOver,
            List<PremisesUse> uses,
            int version) {}

    private record AreaRow(UUID premises, LocalDate validFrom, FloorArea areaSquareMetres) {}

    private static List<ServicePremises> complete(Handle handle, List<Row> rows) {
        Map<UUID, List<AreaRow>> areas = handle
                .createQuery(
                        "SELECT premises, valid_from, area_square_metres FROM premises_area WHERE premises = ANY(:ids)")
                .bind("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .mapTo(AreaRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(AreaRow::premises));
        Function<Row, List<ServicePremises.Area>> areasOf = row -> areas.getOrDefault(row.id(), List.of()).stream()
                .map(area -> new ServicePremises.Area(area.validFrom(), area.areaSquareMetres()))
                .toList();
        return rows.stream()
                .map(row -> new ServicePremises(
                        row.id(),
                        row.community(),
                        row.address(),
                        row.obtained(),
                        row.title(),
                        row.handedOver(),
                        row.uses(),
                        row.version(),
                        areasOf.apply(row)))
                .toList();
    }
}
