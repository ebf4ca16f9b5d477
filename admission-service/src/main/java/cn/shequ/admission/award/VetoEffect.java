package cn.shequ.admission.award;

import cn.shequ.events.admission.AwardCancellation;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.inbox.NotYetKnown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** What a one-vote veto does to nominations and awards when funding tells of it (Art. 16). */
@ApplicationScoped
class VetoEffect {

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
        SortedSet<Nominee> barred = new TreeSet<>(vetoes.barredWith(veto.body()));
        barred.forEach(awards::lockNominee);
        if (!vetoes.add(veto)) {
            return;
        }
        awards.lockStanding(barred, veto.validFrom()).stream()
                .filter(veto::ends)
                .forEach(award -> cancel(award, veto));
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
