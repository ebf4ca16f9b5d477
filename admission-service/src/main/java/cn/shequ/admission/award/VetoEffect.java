package cn.shequ.admission.award;

import cn.shequ.admission.department.WhenSucceeded;
import cn.shequ.events.admission.AwardCancellation;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.inbox.NotYetKnown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** What a one-vote veto does to nominations and awards when funding tells of it (Art. 16). */
@ApplicationScoped
class VetoEffect implements WhenSucceeded {

    private final Vetoes vetoes;
    private final Awards awards;
    private final EventLog events;
    private final Clock clock;

    VetoEffect(Vetoes vetoes, Awards awards, EventLog events, Clock clock) {
        this.vetoes = vetoes;
        this.awards = awards;
        this.events = events;
        this.clock = clock;
    }

    /** Every nomination of the body and of who has taken its place ends, and every award given since the first day. */
    void impose(Veto veto) {
        lockBarred(veto.body());
        if (!vetoes.add(veto)) {
            return;
        }
        // A succession may have ended while this waited.
        awards.lockStanding(lockBarred(veto.body()), veto.validFrom()).stream()
                .filter(veto::ends)
                .forEach(award -> cancel(award, veto));
    }

    /** A body that takes the place of one under a veto is under it from then on, and stands for no award any longer. */
    @Override
    public void succeeded(CreditCode predecessor, CreditCode successor) {
        LocalDate today = LocalDate.now(clock);
        awards.lockStanding(lockBarred(new Nominee(predecessor.value())), today).stream()
                .filter(award -> award.grantedOn() == null)
                .forEach(award -> vetoes.against(award.nominee(), today).stream()
                        .findFirst()
                        .ifPresent(veto -> cancel(award, veto)));
    }

    private SortedSet<Nominee> lockBarred(Nominee body) {
        SortedSet<Nominee> barred = new TreeSet<>(vetoes.barredWith(body));
        barred.forEach(awards::lockNominee);
        return barred;
    }

    /** What was cancelled stays so; the body may be nominated anew. */
    void lift(UUID veto, LocalDate day) {
        if (!vetoes.lift(veto, day) && !vetoes.knows(veto)) {
            throw new NotYetKnown("veto " + veto);
        }
    }

    private void cancel(Award award, Veto veto) {
        LocalDate today = LocalDate.now(clock);
        Award cancelled = award.cancelled(today, veto);
        awards.change(cancelled);
        events.append(cancelled.toldCancelled(
                award.grantedOn() == null
                        ? AwardCancellation.NOMINATION_UNDER_VETO
                        : AwardCancellation.AWARD_UNDER_VETO,
                today));
    }
}
