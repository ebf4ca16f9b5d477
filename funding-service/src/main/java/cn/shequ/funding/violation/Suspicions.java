package cn.shequ.funding.violation;

import cn.shequ.kit.identity.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where the rest of the service reports what it finds; a person decides what it is (Art. 16). */
@ApplicationScoped
public class Suspicions {

    private final Jdbi jdbi;
    private final Clock clock;

    Suspicions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Opens a case in the caller's transaction; the same kind, subject and occurrence again change nothing. */
    public void report(Suspicion suspicion) {
        report(suspicion, null);
    }

    /** @param attemptedBy whose attempt it was: that person does not decide it */
    public void report(Suspicion suspicion, @Nullable String attemptedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO violation (id, kind, origin, subject, occurrence, ledger, division, community, body,
                                               amount_owed, amount_actual, found_on, attempted_by, evidence, recorded_at)
                        VALUES (:id, :kind, 'SERVICE', :subject, :occurrence, :ledger, :division, :community, :body,
                                :amountOwed, :amountActual, :foundOn, :attemptedBy, '{}', :now)
                        ON CONFLICT (kind, subject, occurrence) WHERE origin = 'SERVICE' DO NOTHING""")
                .bindMethods(suspicion)
                .bind("id", Ids.next())
                .bind("attemptedBy", attemptedBy)
                .bind("now", clock.instant())
                .execute());
    }
}
