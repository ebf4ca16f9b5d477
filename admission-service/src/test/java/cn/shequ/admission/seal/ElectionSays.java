package cn.shequ.admission.seal;

import cn.shequ.events.workforce.CommitteeElected;
import cn.shequ.kit.inbox.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What workforce says of an election, handled in a transaction as the inbox does. */
@ApplicationScoped
class ElectionSays {

    private final WhenCommitteeElected elected;

    ElectionSays(WhenCommitteeElected elected) {
        this.elected = elected;
    }

    /** The term that it began. */
    @Transactional
    String elected(String community, LocalDate on) {
        CommitteeElected data = electedOn(UUID.randomUUID(), community, on);
        elected.handle(new EventEnvelope<>(
                UUID.randomUUID(),
                "test",
                "/workforce",
                data.aboutSubject(),
                0,
                data.partitionKey(),
                data.concernsDivision(),
                Instant.EPOCH,
                data));
        return data.term();
    }

    static CommitteeElected electedOn(UUID term, String community, LocalDate on) {
        return new CommitteeElected(
                term.toString(), community, 11, on, on.plusYears(5).minusDays(1), 2, 4);
    }
}
