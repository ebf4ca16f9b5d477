package cn.shequ.admission.groupvote;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Who acts on a matter in what capacity, the votes and the decisions; only a member's capacity ever changes, by recusal. */
@ApplicationScoped
class GroupRecords {

    private final Jdbi jdbi;

    GroupRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the person acts on this matter in another capacity. */
    boolean admit(Matter matter, String person, Capacity capacity) {
        jdbi.useHandle(handle -> update(handle, matter, """
                        INSERT INTO #_participant (@, person, capacity)
                        VALUES (:id, :person, :capacity) ON CONFLICT DO NOTHING""")
                .bind("person", person)
                .bind("capacity", capacity)
                .execute());
        return capacity(matter, person).equals(capacity);
    }

    /** In what capacity the person, who acts on the matter, does. */
    Capacity capacity(Matter matter, String person) {
        return jdbi.withHandle(
                handle -> query(handle, matter, "SELECT capacity FROM #_participant WHERE @ = :id AND person = :person")
                        .bind("person", person)
                        .mapTo(Capacity.class)
                        .one());
    }

    /**
     * From here on the person takes no part in the matter. False when he or she acts on it otherwise than as a member,
     * whose vote in an earlier round is no hindrance.
     */
    boolean recuse(Matter matter, NewRecusal recusal, String recordedBy) {
        return jdbi.withHandle(handle -> update(handle, matter, """
                        INSERT INTO #_participant AS p (@, person, capacity, reason, recorded_by)
                        VALUES (:id, :person, 'RECUSED', :reason, :recordedBy)
                        ON CONFLICT (@, person) DO UPDATE
                          SET capacity = 'RECUSED', reason = :reason, recorded_by = :recordedBy
                          WHERE p.capacity = 'MEMBER'""")
                        .bind("person", recusal.person().toString())
                        .bind("reason", recusal.reason())
                        .bind("recordedBy", recordedBy)
                        .execute())
                == 1;
    }

    boolean isRecused(Matter matter, UUID person) {
        return capacity(matter, person.toString()) == Capacity.RECUSED;
    }

    /** Few, as a group is. */
    List<Recusal> recusals(Matter matter) {
        return jdbi.withHandle(
                handle -> query(handle, matter, """
                        SELECT person, reason, recorded_by FROM #_participant
                        WHERE @ = :id AND capacity = 'RECUSED' ORDER BY person""").mapTo(Recusal.class).list());
    }

    /** Who acts on the matter, in whatever capacity. */
    Set<String> participants(Matter matter) {
        return jdbi.withHandle(handle -> query(handle, matter, "SELECT person FROM #_participant WHERE @ = :id")
                .mapTo(String.class)
                .set());
    }

    /** Who acts on the matter otherwise than by voting. */
    Set<String> othersThanMembers(Matter matter) {
        return jdbi.withHandle(handle -> query(
                        handle, matter, "SELECT person FROM #_participant WHERE @ = :id AND capacity <> 'MEMBER'")
                .mapTo(String.class)
                .set());
    }

    /** False when the member voted in this round already. */
    boolean vote(Matter matter, UUID voter, Ballot ballot, Instant at) {
        return jdbi.withHandle(handle -> update(handle, matter, """
                        INSERT INTO #_vote (@, round, voter, ballot, cast_at)
                        VALUES (:id, :round, :voter, :ballot, :at) ON CONFLICT DO NOTHING""")
                        .bind("round", matter.round())
                        .bind("voter", voter)
                        .bind("ballot", ballot)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute())
                == 1;
    }

    Set<UUID> voters(Matter matter) {
        return jdbi.withHandle(
                handle -> query(handle, matter, "SELECT voter FROM #_vote WHERE @ = :id AND round = :round")
                        .bind("round", matter.round())
                        .mapTo(UUID.class)
                        .set());
    }

    Map<Ballot, Integer> ballots(Matter matter) {
        Map<Ballot, Integer> counts = new EnumMap<>(Ballot.class);
        jdbi.useHandle(handle -> query(handle, matter, """
                        SELECT ballot, count(*) AS number FROM #_vote
                        WHERE @ = :id AND round = :round GROUP BY ballot""")
                .bind("round", matter.round())
                .map((row, context) -> counts.put(Ballot.valueOf(row.getString("ballot")), row.getInt("number")))
                .list());
        return counts;
    }

    void decide(Matter matter, DecisionRule rule, DecisionRule.Outcome outcome, Tally tally, LocalDate day) {
        jdbi.useHandle(handle -> update(handle, matter, """
                        INSERT INTO #_decision (@, round, outcome, eligible, votes_for, votes_against,
                          abstained, quorum_rule, majority_rule, decided_on)
                        VALUES (:id, :round, :outcome, :eligible, :votesFor, :votesAgainst, :abstained,
                          :quorumRule, :majorityRule, :day)""")
                .bind("round", matter.round())
                .bind("outcome", outcome)
                .bindMethods(tally)
                .bind("quorumRule", rule.quorum().reference())
                .bind("majorityRule", rule.majority().reference())
                .bind("day", day)
                .execute());
    }

    Optional<Decision> decision(Matter matter) {
        return jdbi.withHandle(handle -> query(handle, matter, """
                        SELECT outcome, eligible, votes_for, votes_against, abstained, quorum_rule, majority_rule, decided_on
                        FROM #_decision WHERE @ = :id AND round = :round""")
                .bind("round", matter.round())
                .mapTo(Decision.class)
                .findOne());
    }

    private static Query query(Handle handle, Matter matter, String sql) {
        return handle.createQuery(matter.kind().in(sql)).bind("id", matter.id());
    }

    private static Update update(Handle handle, Matter matter, String sql) {
        return handle.createUpdate(matter.kind().in(sql)).bind("id", matter.id());
    }
}
