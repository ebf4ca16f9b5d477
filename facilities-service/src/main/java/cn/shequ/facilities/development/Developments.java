package cn.shequ.facilities.development;

import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The developments on record, each with its present plan. */
@ApplicationScoped
class Developments {

    private final Jdbi jdbi;

    Developments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Development development, String recordedBy) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO development (id, division, developer, kind, location, plan, stage, version, recorded_by)
                            VALUES (:id, :division, :developer, :kind, :location, :plan, :stage, :version, :by)""")
                    .bindMethods(development)
                    .bind("by", recordedBy)
                    .execute();
            addPhases(handle, development);
        });
    }

    void changePlan(Development changed) {
        jdbi.useHandle(handle -> {
            update(handle, changed);
            addPhases(handle, changed);
        });
    }

    void changeStage(Development changed) {
        jdbi.useHandle(handle -> update(handle, changed));
    }

    private static void update(Handle handle, Development changed) {
        handle.createUpdate("UPDATE development SET plan = :plan, stage = :stage, version = :version WHERE id = :id")
                .bindMethods(changed)
                .execute();
    }

    private static void addPhases(Handle handle, Development development) {
        PreparedBatch phases = handle.prepareBatch("""
                INSERT INTO development_phase (development, plan, phase, households,
                  service_premises_square_metres, welfare_facilities_square_metres)
                VALUES (:development, :plan, :phase, :households,
                  :servicePremisesSquareMetres, :welfareFacilitiesSquareMetres)""");
        development.phases().forEach(phase -> phases.bind("development", development.id())
                .bind("plan", development.plan())
                .bindMethods(phase)
                .add());
        phases.execute();
    }

    Optional<Development> find(UUID id) {
        return find("SELECT * FROM development WHERE id = :id", id);
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Development> lock(UUID id) {
        return find("SELECT * FROM development WHERE id = :id FOR UPDATE", id);
    }

    private Optional<Development> find(String query, UUID id) {
        return jdbi
                .withHandle(handle -> complete(
                        handle,
                        handle.createQuery(query)
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** Those in the caller's territory, in the order of ids. */
    List<Development> list(@Nullable DevelopmentStage stage, Map<String, Object> jurisdiction, PageRequest page) {
        return jdbi.withHandle(handle -> complete(
                handle,
                handle.createQuery("SELECT * FROM development WHERE id::text > :after"
                                + " AND (CAST(:stage AS varchar) IS NULL OR stage = :stage) AND "
                                + Jurisdiction.within("development.division") + " ORDER BY id::text LIMIT :limit")
                        .bindMap(jurisdiction)
                        .bind("after", page.after())
                        .bind("stage", stage)
                        .bind("limit", page.limit() + 1)
                        .mapTo(Row.class)
                        .list()));
    }

    private record Row(
            UUID id,
            DivisionCode division,
            CreditCode developer,
            DevelopmentKind kind,
            String location,
            int plan,
            DevelopmentStage stage,
            int version) {}

    private record PhaseRow(
            UUID development,
            int phase,
            int households,
            FloorArea servicePremisesSquareMetres,
            FloorArea welfareFacilitiesSquareMetres) {

        Phase phaseOfPlan() {
            return new Phase(phase, households, servicePremisesSquareMetres, welfareFacilitiesSquareMetres);
        }
    }

    private static List<Development> complete(Handle handle, List<Row> rows) {
        Map<UUID, List<Phase>> phases = handle
                .createQuery("""
                        SELECT p.development, p.phase, p.households, p.service_premises_square_metres,
                               p.welfare_facilities_square_metres
                        FROM development_phase p JOIN development d ON d.id = p.development AND d.plan = p.plan
                        WHERE p.development = ANY(:ids) ORDER BY p.development, p.phase""")
                .bind("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .mapTo(PhaseRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        PhaseRow::development, Collectors.mapping(PhaseRow::phaseOfPlan, Collectors.toList())));
        return rows.stream()
                .map(row -> new Development(
                        row.id(),
                        row.division(),
                        row.developer(),
                        row.kind(),
                        row.location(),
                        row.plan(),
                        row.stage(),
                        row.version(),
                        phases.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
