package cn.shequ.admission.exit;

import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.Provisional;
import cn.shequ.admission.dueday.ProvisionalDays;
import cn.shequ.admission.groupvote.Decider;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Proposed exits as they are kept. */
@ApplicationScoped
class ExitProposals implements ProvisionalDays {

    /** Whose task it is now stands at its placements, as a department may have a successor; what was said, at what is covered. */
    private static final String SELECT = """
            SELECT e.*, p.department, c.asked, c.rejecting, c.kept, c.agreeing, c.disagreeing
            FROM exit_proposal e
            CROSS JOIN LATERAL (SELECT department FROM placement WHERE application_id = e.application_id LIMIT 1) p
            CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE entered) AS asked,
                count(*) FILTER (WHERE held_on IS NOT NULL AND NOT kept) AS rejecting,
                count(*) FILTER (WHERE kept) AS kept,
                count(*) FILTER (WHERE position = 'AGREES' AND NOT kept) AS agreeing,
                count(*) FILTER (WHERE position = 'DISAGREES' AND NOT kept) AS disagreeing
              FROM exit_proposal_placement WHERE exit_id = e.id) c
            """;

    private final Jdbi jdbi;

    ExitProposals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(ExitProposal.Proposed proposed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO exit_proposal (id, application_id, territory, communities, division, decided_because,
                          stage, side, office, proposed_by, proposed_on, effect, position_by, provisional, position_rule, communities_share,
                          communities_rule)
                        VALUES (:id, :applicationId, :territory, :communities, :division, :decidedBecause, 'PROPOSED',
                          :side, :office, :proposedBy, :proposedOn, :effect, :positionBy, :provisional, :positionRule, :communitiesShare,
                          :communitiesRule)""").bindMethods(proposed).execute());
    }

    Optional<ExitProposal> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE e.id = :id")
                .bind("id", id)
                .mapTo(ExitProposal.class)
                .findOne());
    }

    /** The proposal, which nobody else changes until this transaction ends. */
    Optional<ExitProposal> lock(UUID id) {
        // Two statements: what was said while the first waited counts in the second.
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM exit_proposal WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** Ends some that the last day of their tasks overtook; false when there is none. */
    boolean endOvertaken(LocalDate today) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        UPDATE exit_proposal SET stage = 'OVERTAKEN' WHERE id IN
                          (SELECT e.id FROM exit_proposal e
                           WHERE e.stage IN ('PROPOSED', 'ASSESSED') AND NOT EXISTS
                             (SELECT 1 FROM exit_proposal_placement c JOIN placement p ON p.id = c.placement_id
                              WHERE c.exit_id = e.id AND c.open AND p.valid_to >= :today)
                           ORDER BY e.id LIMIT 200 FOR UPDATE OF e SKIP LOCKED)""").bind("today", today).execute())
                > 0;
    }

    @Override
    public Counting counting() {
        return Counting.BUSINESS_DAYS;
    }

    @Override
    public List<Provisional> lockSome(Collection<Integer> years) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.id, a.division, e.proposed_on AS entered_on, e.proposed_on AS since,
                          ARRAY[e.position_rule] AS rules
                        FROM exit_proposal e JOIN task_application a ON a.id = e.application_id
                        WHERE e.provisional AND e.stage IN ('PROPOSED', 'ASSESSED')
                          AND extract(year FROM e.position_by) = ANY(:years)
                        ORDER BY e.id LIMIT 200 FOR UPDATE OF e SKIP LOCKED""")
                .bind("years", years.toArray(Integer[]::new))
                .mapTo(Provisional.class)
                .list());
    }

    @Override
    public void put(UUID id, List<DueDay> days) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE exit_proposal SET position_by = :day, provisional = :provisional WHERE id = :id")
                .bindMethods(days.getFirst())
                .bind("id", id)
                .execute());
    }

    void putStage(UUID id, ExitStage stage) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE exit_proposal SET stage = :stage WHERE id = :id")
                .bind("id", id)
                .bind("stage", stage)
                .execute());
    }

    /** Another group begins anew with it, or the same one decides for another reason. */
    void putDecider(UUID id, int round, Decider decider) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE exit_proposal SET division = :division, decided_because = :because, round = :round
                        WHERE id = :id""")
                .bind("id", id)
                .bindMethods(decider)
                .bind("round", round)
                .execute());
    }

    /** What the department says. */
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
            @Nullable UUID application,
            @Nullable DivisionCode community,
            @Nullable ExitStage stage,
            @Nullable String ownDepartment,
            Map<String, Object> caller,
            PageRequest request) {
        List<ExitProposal> found = jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + """
                        WHERE e.id > :after
                          AND (CAST(:application AS uuid) IS NULL OR e.application_id = :application)
                          AND (CAST(:community AS char(12)) IS NULL OR EXISTS
                            (SELECT 1 FROM exit_proposal_placement o JOIN placement q ON q.id = o.placement_id
                             WHERE o.exit_id = e.id AND q.community = :community))
                          AND (CAST(:stage AS varchar) IS NULL OR e.stage = :stage)
                          AND ((%s AND (CAST(:own AS char(18)) IS NULL OR p.department = :own)) OR EXISTS
                            (SELECT 1 FROM exit_proposal_placement o JOIN placement q ON q.id = o.placement_id
                             WHERE o.exit_id = e.id AND %s))
                        ORDER BY e.id LIMIT :limit""".formatted(Jurisdiction.within("e.division"), Jurisdiction.within("q.community")))
                .bindMap(caller)
                .bind("after", request.afterId())
                .bind("application", application)
                .bind("community", community)
                .bind("stage", stage)
                .bind("own", ownDepartment)
                .bind("limit", request.limit() + 1)
                .mapTo(ExitProposal.class)
                .list());
        return Page.of(found, request, proposal -> proposal.id().toString());
    }
}
