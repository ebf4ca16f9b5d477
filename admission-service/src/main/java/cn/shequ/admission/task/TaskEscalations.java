package cn.shequ.admission.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What was said of overdue applications, once in each round. Nothing here is ever changed. */
@ApplicationScoped
class TaskEscalations {

    /** A condition on an application {@code a}: its group has not decided in time. */
    static final String OVERDUE = """
            (a.stage IN ('SUBMITTED', 'ACCEPTED', 'DECIDED_FOR') AND a.review_by < :today
              AND NOT a.review_provisional)""";

    /** A condition on an application {@code a}: somebody could take it over. */
    static final String LEVEL_ABOVE = """
            EXISTS (SELECT 1 FROM division_ancestry up JOIN leading_group g ON g.division = up.ancestor
              WHERE up.descendant = a.decided_by AND up.ancestor <> a.decided_by AND up.valid_from <= :today
                AND (up.valid_to IS NULL OR up.valid_to >= :today))""";

    private static final String SAID = """
            EXISTS (SELECT 1 FROM task_escalation e
              WHERE e.application_id = a.id AND e.round = a.round AND e.escalated_to = '%s')""";

    private final Jdbi jdbi;

    TaskEscalations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Some that are overdue and of which that has not been said, locked; what another instance sweeps is left to it. */
    List<UUID> lockUnsaid(LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.id FROM task_application a
                        WHERE %s
                          AND (NOT %s OR (a.leader_by < :today AND NOT a.leader_provisional AND NOT %s AND %s))
                        ORDER BY a.review_by, a.id LIMIT 200 FOR UPDATE OF a SKIP LOCKED""".formatted(
                                OVERDUE, SAID.formatted("PRINCIPAL_LEADER"), SAID.formatted("NEXT_LEVEL"), LEVEL_ABOVE))
                .bind("today", today)
                .mapTo(UUID.class)
                .list());
    }

    /** False when it was said already. */
    boolean add(UUID application, Escalation escalation) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO task_escalation (application_id, round, escalated_to, before, escalated_on)
                        VALUES (:application, :round, :escalatedTo, :before, :escalatedOn) ON CONFLICT DO NOTHING""")
                        .bind("application", application)
                        .bindMethods(escalation)
                        .execute())
                == 1;
    }

    /** Two in a round at most; the last ones, oldest first. */
    List<Escalation> of(UUID application) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT round, escalated_to, before, escalated_on FROM
                          (SELECT * FROM task_escalation WHERE application_id = :application
                           ORDER BY round DESC, escalated_on DESC LIMIT 200) e
                        ORDER BY round, escalated_on""")
                .bind("application", application)
                .mapTo(Escalation.class)
                .list());
    }
}
