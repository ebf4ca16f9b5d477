package cn.shequ.admission.seal;

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

/**
 * Elections as they became known, and the confirmations that follow them. What is due is not kept: it is read from the
 * days of elections, seals, handovers and confirmations, in whichever order they came.
 */
@ApplicationScoped
class DueHandovers {

    /** Of the last election, and only where the seal is older than it and nothing has been done since. */
    private static final String SELECT = """
            SELECT e.term, e.community, s.id AS seal, s.stage, e.elected_on, e.due_on, e.due_on < :today AS overdue,
              e.handover_rule
            FROM committee_election e
            JOIN seal s ON s.community = e.community AND s.stage <> 'REPLACED' AND s.issued_on < e.elected_on
            WHERE NOT EXISTS (SELECT 1 FROM committee_election l
                WHERE l.community = e.community AND l.elected_on > e.elected_on)
              AND NOT EXISTS (SELECT 1 FROM seal_handover h WHERE h.seal_id = s.id AND h.handed_on >= e.elected_on)
              AND NOT EXISTS (SELECT 1 FROM seal_custody_confirmation c
                WHERE c.seal_id = s.id AND c.confirmed_on >= e.elected_on)
            """;

    private final Jdbi jdbi;

    DueHandovers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Once for each election, however often and in which order they are told. */
    void add(CommitteeElection election) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO committee_election (term, community, elected_on, due_on, handover_rule)
                        VALUES (:term, :community, :electedOn, :dueOn, :handoverRule)
                        ON CONFLICT DO NOTHING""").bindMethods(election).execute());
    }

    void add(UUID seal, CustodyConfirmation confirmation) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO seal_custody_confirmation (seal_id, term, custodian, confirmed_on, confirmed_by)
                        VALUES (:seal, :term, :custodian, :confirmedOn, :confirmedBy)""")
                .bind("seal", seal)
                .bindMethods(confirmation)
                .execute());
    }

    Optional<DueHandover> of(UUID seal, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND s.id = :seal")
                .bind("today", today)
                .bind("seal", seal)
                .mapTo(DueHandover.class)
                .findOne());
    }

    /** The newest first. */
    List<CustodyConfirmation> confirmations(UUID seal, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT term, custodian, confirmed_on, confirmed_by FROM seal_custody_confirmation
                        WHERE seal_id = :seal ORDER BY confirmed_on DESC, term DESC LIMIT :most""")
                .bind("seal", seal)
                .bind("most", most)
                .mapTo(CustodyConfirmation.class)
                .list());
    }

    /** In the caller's territory, in the order in which the elections were recorded. */
    Page<DueHandover> list(
            @Nullable DivisionCode division,
            @Nullable Boolean overdue,
            Map<String, Object> caller,
            PageRequest request) {
        List<DueHandover> found = jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + """
                          AND e.term > :after
                          AND %s
                          AND (CAST(:overdue AS boolean) IS NULL OR (e.due_on < :today) = :overdue)
                          AND %s
                        ORDER BY e.term LIMIT :limit""".formatted(Jurisdiction.inDivision("e.community"), Jurisdiction.within("e.community")))
                .bindMap(caller)
                .bind("after", request.afterId())
                .bind("division", division)
                .bind("overdue", overdue)
                .bind("limit", request.limit() + 1)
                .mapTo(DueHandover.class)
                .list());
        return Page.of(found, request, due -> due.term().toString());
    }
}
