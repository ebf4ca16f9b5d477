package cn.shequ.admission.seal;

import cn.shequ.events.workforce.CommitteeElected;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A community elected its committee: its seal is due for handover by a day that the rulebook of election day gives. */
@ApplicationScoped
class WhenCommitteeElected implements EventHandler<CommitteeElected> {

    static final String HANDOVER_AFTER_ELECTION = "seal.handover-after-election";

    private final DueHandovers due;
    private final Rulebook rulebook;

    WhenCommitteeElected(DueHandovers due, Rulebook rulebook) {
        this.due = due;
        this.rulebook = rulebook;
    }

    @Override
    public Class<CommitteeElected> handles() {
        return CommitteeElected.class;
    }

    @Override
    public void handle(EventEnvelope<CommitteeElected> event) {
        CommitteeElected data = event.data();
        DivisionCode community = DivisionCode.of(data.community());
        Rule within = rulebook.on(data.electedOn(), HANDOVER_AFTER_ELECTION, community);
        due.add(new CommitteeElection(
                UUID.fromString(data.term()),
                community,
                data.electedOn(),
                data.electedOn().plusDays(within.whole()),
                within.reference()));
    }
}
