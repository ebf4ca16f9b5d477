package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.groupvote.NewRecusal;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what was done and by whom; the same person never acts in two capacities on one application. */
@ApplicationScoped
class TaskHistory {

    private final TaskRecords records;
    private final GroupVoting voting;
    private final Callers callers;
    private final Clock clock;

    TaskHistory(TaskRecords records, GroupVoting voting, Callers callers, Clock clock) {
        this.records = records;
        this.voting = voting;
        this.callers = callers;
        this.clock = clock;
    }

    /** @throws Refusal when the caller acted on this application in another capacity */
    void take(TaskApplication after, TaskCommand command, @Nullable String reason) {
        take(after, command, command.capacity(), reason);
    }

    /** The same for what may be done in more than one capacity. */
    void take(TaskApplication after, TaskCommand command, Capacity capacity, @Nullable String reason) {
        voting.admit(after.matter(), capacity);
        note(after, command, reason);
    }

    /** What is on record otherwise, or followed from an act without anybody's own: votes and their count. */
    void note(TaskApplication after, TaskCommand command, @Nullable String reason) {
        step(after, command, reason, null);
    }

    void noteRecusal(TaskApplication after, TaskCommand command, NewRecusal recusal) {
        step(after, command, recusal.reason(), recusal.person());
    }

    private void step(TaskApplication after, TaskCommand command, @Nullable String reason, @Nullable UUID recused) {
        records.step(after.id(), command, after.stage(), callers.current().subject(), reason, recused, clock.instant());
    }
}
