package cn.shequ.admission.exit;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Proposed exits as they are kept. */
@ApplicationScoped
class ExitProposals {

    /** Whose task it is, where and since when, stands at the placement: a department may have a successor. */
    private static final String SELECT = """
            SELECT e.*, p.application_id, p.department, p.community, p.valid_from
            FROM exit_proposal e JOIN placement p ON p.id = e.placement_id
            """;

    private final Jdbi jdbi;

    ExitProposals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(ExitProposal.Proposed proposed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO exit_proposal (id, placement_id, division, stage, side, proposed_by, proposed_on,
                          effect, position_by, position_rule)
                        VALUES (:id, :placementId, :division, 'PROPOSED', :side, :proposedBy, :proposedOn, :effect,
                          :positionBy, :positionRule)""").bindMethods(proposed).execute());
    }

    Optional<ExitProposal> find(UUID id) {
        return read(id, "");
    }

    /** The proposal, which nobody else changes until this transaction ends. */
    Optional<ExitProposal> lock(UUID id) {
        return read(id, " FOR UPDATE OF e");
    }

    private Optional<ExitProposal> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE e.id = :id" + locking)
                .bind("id", id)
                .mapTo(ExitProposal.class)
                .findOne());
    }

    /** The one that is neither decided nor withdrawn. */
    Optional<UUID> open(UUID placement) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM exit_proposal
                        WHERE placement_id = :placement AND stage IN ('PROPOSED', 'ASSESSED')""")
                .bind("placement", placement)
                .mapTo(UUID.class)
                .findOne());
    }

    /** The last day on which the residents were asked for an earlier exit of the same task. */
    Optional<LocalDate> lastHeld(ExitProposal proposal) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT held_on FROM exit_proposal
                        WHERE placement_id = :placement AND id <> :id AND held_on IS NOT NULL
                        ORDER BY held_on DESC LIMIT 1""")
                .bind("placement", proposal.placementId())
                .bind("id", proposal.id())
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** Ends some that the last day of their tasks overtook; false when there is none. */
    boolean endOvertaken(LocalDate today) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        UPDATE exit_proposal SET stage = 'OVERTAKEN' WHERE id IN
                          (SELECT e.id FROM exit_proposal e JOIN placement p ON p.id = e.placement_id
                           WHERE e.stage IN ('PROPOSED', 'ASSESSED') AND p.valid_to < :today
                           ORDER BY e.id LIMIT 200 FOR UPDATE OF e SKIP LOCKED)""").bind("today", today).execute())
                > 0;
    }

    void putAssessment(UUID id, ExitStage stage, ResidentsAssessment assessment, Rule share) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE exit_proposal SET stage = :stage, held_on = :heldOn, ballots = :ballots,
                          rejecting = :rejecting, rejection_share = :share, rejection_rule = :rule
                        WHERE id = :id""")
                .bind("id", id)
                .bind("stage", stage)
                .bindMethods(assessment)
                .bind("share", share.decimal())
                .bind("rule", share.reference())
                .execute());
    }

    void putPosition(UUID id, PositionStatement statement, String person, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE exit_proposal SET position = :position, statement = :statement, stated_by = :person,
                          stated_on = :day
                        WHERE id = :id""")
                .bind("id", id)
                .bindMethods(statement)
                .bind("person", person)
                .bind("day", day)
                .execute());
    }

    void putWithdrawn(UUID id, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE exit_proposal SET stage = 'WITHDRAWN', reason = :reason WHERE id = :id")
                .bind("id", id)
                .bind("reason", reason)
                .execute());
    }

    /** @param filing the number of an approved exit */
    void putDecision(UUID id, ExitStage stage, LocalDate day, @Nullable String filing) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE exit_proposal SET stage = :stage, decided_on = :day, filing = :filing WHERE id = :id""")
                .bind("id", id)
                .bind("stage", stage)
                .bind("day", day)
                .bind("filing", filing)
                .execute());
    }

    /** The next number of the group's file of a year, without a gap: who takes one makes the others wait. */
    String nextFiling(DivisionCode division, int year) {
        int number = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO exit_filing (division, year, last) VALUES (:division, :year, 1)
                        ON CONFLICT (division, year) DO UPDATE SET last = exit_filing.last + 1
                        RETURNING last""")
                .bind("division", division)
                .bind("year", year)
                .mapTo(Integer.class)
                .one());
        return String.format(Locale.ROOT, "%d-%04d", year, number);
    }

    /** What the caller may see: of the own division's group or department, and of the communities of the own territory. */
    Page<ExitProposal> list(
            @Nullable DivisionCode community,
            @Nullable ExitStage stage,
            @Nullable String ownDepartment,
            Map<String, Object> caller,
            PageRequest request) {
        List<ExitProposal> found = jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + """
                        WHERE e.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR p.community = :community)
                          AND (CAST(:stage AS varchar) IS NULL OR e.stage = :stage)
                          AND ((%s AND (CAST(:own AS char(18)) IS NULL OR p.department = :own)) OR %s)
                        ORDER BY e.id LIMIT :limit""".formatted(Jurisdiction.within("e.division"), Jurisdiction.within("p.community")))
                .bindMap(caller)
                .bind("after", request.afterId())
                .bind("community", community)
                .bind("stage", stage)
                .bind("own", ownDepartment)
                .bind("limit", request.limit() + 1)
                .mapTo(ExitProposal.class)
                .list());
        return Page.of(found, request, proposal -> proposal.id().toString());
    }
}
