package cn.shequ.admission.placement;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.memory.Changed;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Placements and what their funding years cost. */
@ApplicationScoped
public class Placements {

    private static final int SWEEP = 200;

    private final Jdbi jdbi;
    private final Event<Changed> changed;

    Placements(Jdbi jdbi, Event<Changed> changed) {
        this.jdbi = jdbi;
        this.changed = changed;
    }

    void add(List<Placement> placements) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO placement (id, application_id, department, community, matter, stage, valid_from, valid_to,
                      funded_through, funding_rule)
                    VALUES (:id, :applicationId, :department, :community, :matter, :stage, :validFrom, :validTo,
                      :fundedThrough, :fundingRule)""");
            placements.forEach(placement -> batch.bindMethods(placement).add());
            batch.execute();
        });
        placements.forEach(this::tellChanged);
    }

    void addFunding(List<FundingYear> years) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO placement_funding
                      (placement_id, funding_year, working_funds, labour_fees, conditions, pay_by)
                    VALUES (:placementId, :fundingYear, :workingFunds, :labourFees, :conditions, :payBy)""");
            years.forEach(year -> batch.bindMethods(year).add());
            batch.execute();
        });
    }

    /** The placement, which nobody else changes until this transaction ends. */
    public Optional<Placement> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM placement WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Placement.class)
                .findOne());
    }

    /** The placements, which nobody else changes until this transaction ends. */
    List<Placement> lock(List<UUID> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM placement WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(Placement.class)
                        .list());
    }

    /** Those of an application in the caller's territory that have not ended, locked. */
    public List<Placement> lockOpen(UUID application, Map<String, Object> caller) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.* FROM placement p
                        WHERE p.application_id = :application AND p.stage NOT IN ('EXPIRED', 'EXITED')
                          AND p.valid_to >= :today AND %s
                        ORDER BY p.id FOR UPDATE OF p""".formatted(Jurisdiction.within("p.community")))
                .bindMap(caller)
                .bind("application", application)
                .mapTo(Placement.class)
                .list());
    }

    public List<FundingYear> funding(List<UUID> placements) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM placement_funding WHERE placement_id = ANY(:ids) ORDER BY placement_id, funding_year""")
                .bindArray("ids", UUID.class, placements)
                .mapTo(FundingYear.class)
                .list());
    }

    void noteObligation(UUID placement, int fundingYear, UUID obligation) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE placement_funding SET obligation = :obligation
                        WHERE placement_id = :placement AND funding_year = :year""")
                .bind("placement", placement)
                .bind("year", fundingYear)
                .bind("obligation", obligation)
                .execute());
    }

    /** To be followed by what became of the placement. False when no placement knows the obligation. */
    boolean noteSettled(UUID obligation, @Nullable LocalDate settledOn) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE placement_funding SET settled_on = :on WHERE obligation = :obligation")
                        .bind("obligation", obligation)
                        .bindByType("on", settledOn, LocalDate.class)
                        .execute())
                == 1;
    }

    void put(Placement placement) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE placement SET stage = :stage, funded_through = :fundedThrough, funding_rule = :fundingRule
                        WHERE id = :id""").bindMethods(placement).execute());
        tellChanged(placement);
    }

    private void tellChanged(Placement placement) {
        changed.fire(new Changed(placement.community().value()));
    }

    /** The tasks are out of their communities, by an exit that was approved. */
    List<Placement> putExit(List<UUID> ids, UUID exit, LocalDate day) {
        List<Placement> out = jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE placement SET stage = 'EXITED', exit_id = :exit, exited_on = :day
                        WHERE id = ANY(:ids) RETURNING *""")
                .bindArray("ids", UUID.class, ids)
                .bind("exit", exit)
                .bind("day", day)
                .mapTo(Placement.class)
                .list());
        out.forEach(this::tellChanged);
        return out;
    }

    /** What the predecessor held, its successor holds. */
    public void handOver(CreditCode predecessor, CreditCode successor) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE placement SET department = :successor WHERE department = :predecessor")
                .bind("predecessor", predecessor)
                .bind("successor", successor)
                .execute());
        changed.fire(new Changed(null));
    }

    /** Some whose last day has passed, locked; what another instance sweeps is left to it. */
    List<Placement> lockEnded(LocalDate today) {
        return lockSome("stage NOT IN ('EXPIRED', 'EXITED') AND valid_to < :today ORDER BY valid_to, id", today);
    }

    /** Some whose payments cover this day no more, locked. */
    List<Placement> lockUncovered(LocalDate today) {
        return lockSome("stage = 'ACTIVE' AND funded_through < :today ORDER BY funded_through, id", today);
    }

    private List<Placement> lockSome(String condition, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM placement WHERE " + condition + " LIMIT " + SWEEP + " FOR UPDATE SKIP LOCKED")
                .bind("today", today)
                .mapTo(Placement.class)
                .list());
    }

    /** A page of an application's placements, in the order of communities. */
    public Page<Placement> of(UUID application, PageRequest request) {
        List<Placement> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM placement WHERE application_id = :application AND community > :after
                        ORDER BY community LIMIT :limit""")
                .bind("application", application)
                .bind("after", request.after())
                .bind("limit", request.limit() + 1)
                .mapTo(Placement.class)
                .list());
        return Page.of(found, request, placement -> placement.community().value());
    }

    /** How many placements of an application are in which stage on a day. */
    public Map<PlacementStage, Integer> count(UUID application, LocalDate day) {
        Map<PlacementStage, Integer> counts = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT CASE WHEN valid_to < :day AND stage <> 'EXITED' THEN 'EXPIRED' ELSE stage END AS stage_now, count(*) AS number
                        FROM placement WHERE application_id = :application GROUP BY 1""")
                .bind("application", application)
                .bind("day", day)
                .map((row, context) ->
                        counts.put(PlacementStage.valueOf(row.getString("stage_now")), row.getInt("number")))
                .list());
        return counts;
    }
}
