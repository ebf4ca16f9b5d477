package cn.shequ.admission.exit;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What proposed exits cover, and what was said in each community. */
@ApplicationScoped
class CoveredPlacements {

    private static final String SELECT = """
            SELECT c.*, p.community, CASE WHEN p.exit_id = c.exit_id THEN p.exited_on END AS exited_on
            FROM exit_proposal_placement c JOIN placement p ON p.id = c.placement_id
            """;

    private final Jdbi jdbi;

    CoveredPlacements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID exit, List<UUID> placements, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO exit_proposal_placement (exit_id, placement_id, application_id, entered)
                        SELECT :exit, id, application_id, stage IN ('ACTIVE', 'FUNDS_LAPSED') AND valid_from <= :day
                        FROM placement WHERE id = ANY(:placements)""")
                .bind("exit", exit)
                .bindArray("placements", UUID.class, placements)
                .bind("day", day)
                .execute());
    }

    /** Of the placements those whose exit is proposed and not decided, each with the proposal. */
    Map<UUID, UUID> proposed(List<UUID> placements) {
        Map<UUID, UUID> proposals = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT placement_id, exit_id FROM exit_proposal_placement
                        WHERE open AND placement_id = ANY(:placements)""")
                .bindArray("placements", UUID.class, placements)
                .map((row, context) ->
                        proposals.put(row.getObject("placement_id", UUID.class), row.getObject("exit_id", UUID.class)))
                .list());
        return proposals;
    }

    /** The task in this community, if the exit covers it. */
    Optional<CoveredPlacement> in(UUID exit, DivisionCode community) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "WHERE c.exit_id = :exit AND p.community = :community")
                        .bind("exit", exit)
                        .bind("community", community)
                        .mapTo(CoveredPlacement.class)
                        .findOne());
    }

    /** What leaves when the exit is approved. */
    List<UUID> open(UUID exit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT placement_id FROM exit_proposal_placement WHERE exit_id = :exit AND open")
                .bind("exit", exit)
                .mapTo(UUID.class)
                .list());
    }

    /** One community that the exit covers and that lies in the caller's territory: enough to say that it concerns them. */
    List<DivisionCode> concerning(UUID exit, Map<String, Object> caller) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.community FROM exit_proposal_placement c JOIN placement p ON p.id = c.placement_id
                        WHERE c.exit_id = :exit AND %s LIMIT 1""".formatted(Jurisdiction.within("p.community")))
                .bindMap(caller)
                .bind("exit", exit)
                .mapTo(DivisionCode.class)
                .list());
    }

    /** A page of what an exit covers, in the order of communities. */
    Page<CoveredPlacement> of(UUID exit, PageRequest request) {
        List<CoveredPlacement> found = jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE c.exit_id = :exit AND p.community > :after ORDER BY p.community LIMIT :limit")
                .bind("exit", exit)
                .bind("after", request.after())
                .bind("limit", request.limit() + 1)
                .mapTo(CoveredPlacement.class)
                .list());
        return Page.of(found, request, covered -> covered.community().value());
    }

    /** The last day on which the residents were asked for an earlier exit of the same task. */
    Optional<LocalDate> lastHeld(UUID placement) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT max(held_on) FROM exit_proposal_placement WHERE placement_id = :placement")
                .bind("placement", placement)
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** Where the residents do not generally reject the task, the exit covers it no more. */
    void putAssessment(UUID exit, UUID placement, ResidentsAssessment assessment, Rule share) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE exit_proposal_placement SET held_on = :heldOn, ballots = :ballots,
                          rejecting = :rejecting, rejection_share = :share, rejection_rule = :rule,
                          open = 100 * :rejecting >= :share * :ballots
                        WHERE exit_id = :exit AND placement_id = :placement""")
                .bind("exit", exit)
                .bind("placement", placement)
                .bindMethods(assessment)
                .bind("share", share.decimal())
                .bind("rule", share.reference())
                .execute());
    }

    void putPosition(UUID exit, UUID placement, PositionStatement statement, String person, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE exit_proposal_placement SET position = :position, statement = :statement,
                          stated_by = :person, stated_on = :day
                        WHERE exit_id = :exit AND placement_id = :placement""")
                .bind("exit", exit)
                .bind("placement", placement)
                .bindMethods(statement)
                .bind("person", person)
                .bind("day", day)
                .execute());
    }
}
