package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.placement.Placements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Shows an application with its votes, its history and what became of it. */
@ApplicationScoped
class ApplicationViews {

    private final TaskRecords records;
    private final OverdueReviews overdue;
    private final GroupVoting voting;
    private final Placements placements;
    private final Clock clock;

    ApplicationViews(
            TaskRecords records, OverdueReviews overdue, GroupVoting voting, Placements placements, Clock clock) {
        this.records = records;
        this.overdue = overdue;
        this.voting = voting;
        this.placements = placements;
        this.clock = clock;
    }

    ApplicationView of(TaskApplication application) {
        return new ApplicationView(
                application.id(),
                application.department(),
                application.division(),
                application.stage(),
                application.round(),
                application.form(),
                application.submission(),
                overdue.now(application).map(Escalation::escalatedTo).orElse(null),
                application.signedOn(),
                application.round() == 0 ? null : voting.tally(application.matter()),
                voting.decision(application.matter()).orElse(null),
                placements.count(application.id(), LocalDate.now(clock)),
                records.steps(application.id()),
                overdue.of(application.id()));
    }
}
