package cn.shequ.funding.allocation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The allocations as committed; they are only ever added. */
@ApplicationScoped
class Allocations {

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    Allocations(Jdbi jdbi, Jurisdiction jurisdiction, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    private record Head(
            UUID id,
            DivisionCode city,
            int fiscalYear,
            @Nullable UUID supplements,
            LocalDate asOf,
            LocalDate dueOn,
            Instant committedAt) {

        Allocation with(List<UnitAllocation> units) {
            return new Allocation(
                    id,
                    committedAt,
                    new AllocationPlan(city, fiscalYear, supplements, asOf, dueOn, AllocationTotals.of(units), units));
        }
    }

    private record Unit(DivisionCode division, String kind, String name) {}

    private record Part(DivisionCode unit, DivisionCode community, Money entitlement, Money poolShare, Money ownShare) {

        CommunityShare share() {
            return new CommunityShare(community, entitlement, poolShare, ownShare);
        }
    }

    /** Waits until nobody else commits for the year, and keeps others waiting until the transaction ends. */
    void lockYear(int fiscalYear) {
        jdbi.useHandle(
                handle -> handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('allocation', :year))")
                        .bind("year", fiscalYear)
                        .mapTo(String.class)
                        .list());
    }

    /** The allocation of a year that is not a supplement. */
    Optional<UUID> first(DivisionCode city, int fiscalYear) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM allocation WHERE city = :city AND fiscal_year = :year AND supplements IS NULL""")
                .bind("city", city)
                .bind("year", fiscalYear)
                .mapTo(UUID.class)
                .findOne());
    }

    /** The communities that have their share of a year. */
    Set<DivisionCode> shared(int fiscalYear) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT community FROM allocation_share WHERE fiscal_year = :year")
                .bind("year", fiscalYear)
                .mapTo(DivisionCode.class)
                .stream()
                .collect(Collectors.toSet()));
    }

    /** Keeps the allocation; false when the year is allocated already. */
    boolean add(UUID id, AllocationPlan plan, String committedBy) {
        return jdbi.withHandle(handle -> {
            int added = handle.createUpdate("""
                            INSERT INTO allocation (id, city, fiscal_year, supplements, as_of, due_on, committed_by,
                                                    committed_at)
                            VALUES (:id, :city, :fiscalYear, :supplements, :asOf, :dueOn, :committedBy, :committedAt)
                            ON CONFLICT DO NOTHING""")
                    .bindMethods(plan)
                    .bind("id", id)
                    .bind("committedBy", committedBy)
                    .bind("committedAt", clock.instant())
                    .execute();
            if (added == 1) {
                addUnits(handle, id, plan);
                addShares(handle, id, plan);
            }
            return added == 1;
        });
    }

    private static void addUnits(Handle handle, UUID id, AllocationPlan plan) {
        PreparedBatch units = handle.prepareBatch("""
                INSERT INTO allocation_unit (allocation, division, kind, entitlement, pool_transfer, own_share)
                VALUES (:allocation, :division, :kind, :entitlement, :poolTransfer, :ownShare)""");
        plan.units()
                .forEach(unit -> units.bindMethods(unit).bind("allocation", id).add());
        units.execute();
    }

    private static void addShares(Handle handle, UUID id, AllocationPlan plan) {
        PreparedBatch shares = handle.prepareBatch("""
                INSERT INTO allocation_share (allocation, unit, community, fiscal_year, entitlement, pool_share, own_share)
                VALUES (:allocation, :unit, :community, :year, :entitlement, :poolShare, :ownShare)""");
        plan.units().forEach(unit -> unit.communities().forEach(share -> shares.bindMethods(share)
                .bind("allocation", id)
                .bind("unit", unit.division())
                .bind("year", plan.fiscalYear())
                .add()));
        shares.execute();
    }

    /** What the caller may see of an allocation; empty when that is nothing. */
    Optional<Allocation> visible(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM allocation WHERE id = :id")
                .bind("id", id)
                .mapTo(Head.class)
                .findOne()
                .map(head -> head.with(units(handle, head)))
                .filter(allocation -> !allocation.plan().units().isEmpty()));
    }

    private List<UnitAllocation> units(Handle handle, Head head) {
        Map<DivisionCode, List<CommunityShare>> shares = handle
                .createQuery("SELECT * FROM allocation_share WHERE allocation = :id ORDER BY community")
                .bind("id", head.id())
                .mapTo(Part.class)
                .stream()
                .collect(Collectors.groupingBy(Part::unit, Collectors.mapping(Part::share, Collectors.toList())));
        return handle
                .createQuery("""
                        SELECT u.division, u.kind, coalesce(d.name, u.division::text) AS name FROM allocation_unit u
                        LEFT JOIN division d ON d.code = u.division AND d.valid_from <= :asOf
                          AND (d.valid_to IS NULL OR d.valid_to >= :asOf)
                        WHERE u.allocation = :id AND %s ORDER BY u.division""".formatted(Jurisdiction.within("u.division")))
                .bind("id", head.id())
                .bind("asOf", head.asOf())
                .bindMap(jurisdiction.bindings())
                .mapTo(Unit.class)
                .stream()
                .map(unit -> UnitAllocation.of(
                        unit.division(), unit.name(), unit.kind(), shares.getOrDefault(unit.division(), List.of())))
                .toList();
    }

    /** The allocations of a year, the first one first; a handful, as supplements are rare. */
    List<UUID> ofYear(int fiscalYear) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM allocation WHERE fiscal_year = :year ORDER BY committed_at, id LIMIT 100")
                .bind("year", fiscalYear)
                .mapTo(UUID.class)
                .list());
    }
}
