package cn.shequ.admission.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was done with an application, step by step. Nothing here is ever changed. */
@ApplicationScoped
class TaskRecords {

    private final Jdbi jdbi;

    TaskRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void step(
            UUID application,
            TaskCommand command,
            TaskStage stage,
            String person,
            @Nullable String reason,
            @Nullable UUID recused,
            Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO task_step (application_id, command, stage, person, reason, recused, taken_at)
                        VALUES (:application, :command, :stage, :person, :reason, :recused, :at)""")
                .bind("application", application)
                .bind("command", command)
                .bind("stage", stage)
                .bind("person", person)
                .bind("reason", reason)
                .bind("recused", recused)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** The last steps, oldest first; an application has few. */
    List<Step> steps(UUID application) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT command, stage, person, reason, recused, taken_at FROM
                          (SELECT * FROM task_step WHERE application_id = :application ORDER BY id DESC LIMIT 200) s
                        ORDER BY id""")
                .bind("application", application)
                .mapTo(Step.class)
                .list());
    }
}
