package cn.shequ.admission.task;

import cn.shequ.admission.task.TaskCommand.Capacity;
import cn.shequ.kit.rulebook.Rule;
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
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who did what with an application: participants, votes, decisions, steps. Nothing here is ever changed. */
@ApplicationScoped
class TaskRecords {

    private final Jdbi jdbi;

    TaskRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the person acts on this application in another capacity. */
    boolean admit(UUID application, String person, Capacity capacity) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO task_participant (application_id, person, capacity)
                            VALUES (:application, :person, :capacity) ON CONFLICT DO NOTHING""")
                    .bind("application", application)
                    .bind("person", person)
                    .bind("capacity", capacity)
                    .execute();
            return handle.createQuery(
                            "SELECT capacity FROM task_participant WHERE application_id = :application AND person = :person")
                    .bind("application", application)
                    .bind("person", person)
                    .mapTo(Capacity.class)
                    .one()
                    .equals(capacity);
        });
    }

    /** Who acts on the application otherwise than by voting. */
    Set<String> othersThanMembers(UUID application) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person FROM task_participant WHERE application_id = :application AND capacity <> 'MEMBER'")
                .bind("application", application)
                .mapTo(String.class)
                .set());
    }

    /** False when the member voted in this round already. */
    boolean vote(UUID application, int round, UUID voter, Ballot ballot, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO task_vote (application_id, round, voter, ballot, cast_at)
                        VALUES (:application, :round, :voter, :ballot, :at) ON CONFLICT DO NOTHING""")
                        .bind("application", application)
                        .bind("round", round)
                        .bind("voter", voter)
                        .bind("ballot", ballot)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute())
                == 1;
    }

    Set<UUID> voters(UUID application, int round) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT voter FROM task_vote WHERE application_id = :application AND round = :round")
                .bind("application", application)
                .bind("round", round)
                .mapTo(UUID.class)
                .set());
    }

    Map<Ballot, Integer> ballots(UUID application, int round) {
        Map<Ballot, Integer> counts = new EnumMap<>(Ballot.class);
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT ballot, count(*) AS number FROM task_vote
                        WHERE application_id = :application AND round = :round GROUP BY ballot""")
                .bind("application", application)
                .bind("round", round)
                .map((row, context) -> counts.put(Ballot.valueOf(row.getString("ballot")), row.getInt("number")))
                .list());
        return counts;
    }

    void decide(
            UUID application, int round, DecisionRule rule, DecisionRule.Outcome outcome, Tally tally, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO task_decision (application_id, round, outcome, eligible, votes_for, votes_against,
                          abstained, quorum_rule, majority_rule, decided_on)
                        VALUES (:application, :round, :outcome, :eligible, :votesFor, :votesAgainst, :abstained,
                          :quorumRule, :majorityRule, :day)""")
                .bind("application", application)
                .bind("round", round)
                .bind("outcome", outcome)
                .bindMethods(tally)
                .bind("quorumRule", name(rule.quorum()))
                .bind("majorityRule", name(rule.majority()))
                .bind("day", day)
                .execute());
    }

    Optional<Decision> decision(UUID application, int round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT outcome, eligible, votes_for, votes_against, abstained, quorum_rule, majority_rule, decided_on
                        FROM task_decision WHERE application_id = :application AND round = :round""")
                .bind("application", application)
                .bind("round", round)
                .mapTo(Decision.class)
                .findOne());
    }

    void step(
            UUID application,
            TaskCommand command,
            TaskStage stage,
            String person,
            @Nullable String reason,
            Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO task_step (application_id, command, stage, person, reason, taken_at)
                        VALUES (:application, :command, :stage, :person, :reason, :at)""")
                .bind("application", application)
                .bind("command", command)
                .bind("stage", stage)
                .bind("person", person)
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** The last steps, oldest first; an application has few. */
    List<Step> steps(UUID application) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT command, stage, person, reason, taken_at FROM
                          (SELECT * FROM task_step WHERE application_id = :application ORDER BY id DESC LIMIT 200) s
                        ORDER BY id""")
                .bind("application", application)
                .mapTo(Step.class)
                .list());
    }

    private static String name(Rule rule) {
        return rule.id() + "@" + rule.version();
    }
}
