package cn.shequ.admission.award;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.AwardCancellation;
import cn.shequ.events.admission.AwardKind;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The office of a leading group nominates, gives and withdraws; a title is decided by the review of its campaign. */
@ApplicationScoped
class AwardDesk {

    private final Awards awards;
    private final AwardLife life;
    private final AwardingOffice offices;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    AwardDesk(
            Awards awards,
            AwardLife life,
            AwardingOffice offices,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.awards = awards;
        this.life = life;
        this.offices = offices;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    Award nominate(NewNomination asked) {
        offices.require(asked.division());
        return life.nominate(
                new AwardLife.Candidacy(AwardKind.COMMENDATION, asked.division(), asked.year(), asked.title()),
                asked.nominee(),
                asked.grounds());
    }

    Award grant(UUID id) {
        return life.grant(toDecide(id));
    }

    Award decline(UUID id, StatedReason why) {
        return life.decline(toDecide(id), why.reason());
    }

    private Award toDecide(UUID id) {
        Award award = locked(id);
        if (award.kind() != AwardKind.COMMENDATION) {
            throw Refusal.of(AdmissionProblem.TITLE_NEEDS_REVIEW).with("kind", award.kind());
        }
        return award;
    }

    /** Of an award or a title that was given. */
    Award withdraw(UUID id, StatedReason why) {
        Award given = locked(id);
        LocalDate today = LocalDate.now(clock);
        Award withdrawn = given.withdrawn(today, callers.current().subject(), why.reason());
        awards.change(withdrawn);
        events.append(withdrawn.toldCancelled(AwardCancellation.WITHDRAWN, today));
        return withdrawn;
    }

    private Award locked(UUID id) {
        Award award = life.locked(id);
        offices.requireAct(reach(award));
        return award;
    }

    Award seen(UUID id) {
        Award award = awards.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(reach(award));
        return award;
    }

    /** What was given is for everybody; of what was not, only those concerned hear. */
    Award published(UUID id) {
        return awards.find(id)
                .filter(award -> award.grantedOn() != null)
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    private static Reach reach(Award award) {
        return Reach.of(award.division()).concerning(List.of(award.place()));
    }
}
