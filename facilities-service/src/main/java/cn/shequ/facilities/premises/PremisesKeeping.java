package cn.shequ.facilities.premises;

import cn.shequ.events.facilities.PremisesChanged;
import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the premises of the caller's territory and tells the others what a community has. */
@ApplicationScoped
class PremisesKeeping {

    private final PremisesOnRecord record;
    private final CommunityStandings standings;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;

    PremisesKeeping(
            PremisesOnRecord record,
            CommunityStandings standings,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events) {
        this.record = record;
        this.standings = standings;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
    }

    ServicePremises add(NewPremises asked) {
        jurisdiction.requireAct(Reach.of(asked.community()));
        record.lock(asked.community());
        ServicePremises premises = ServicePremises.of(Ids.next(), asked);
        record.add(premises, callers.current().subject());
        tell(asked.community(), asked.validFrom());
        return premises;
    }

    ServicePremises changeArea(UUID id, @Nullable String ifMatch, NewArea asked) {
        ServicePremises seen = own(id);
        record.lock(seen.community());
        ServicePremises premises = record.find(id).orElseThrow();
        Version.require(ifMatch, premises.version());
        ServicePremises.Area area = new ServicePremises.Area(asked.validFrom(), asked.areaSquareMetres());
        ServicePremises changed = premises.with(area);
        record.change(changed, area, callers.current().subject());
        tell(changed.community(), asked.validFrom());
        return changed;
    }

    /** Art. 14: of handed-over premises only the attempt is kept, and the caller is told so. */
    RecordedDisposal dispose(UUID id, NewDisposal asked) {
        ServicePremises premises = own(id);
        RecordedDisposal recorded = RecordedDisposal.of(Ids.next(), premises, asked);
        record.addDisposal(recorded.id(), premises, asked, callers.current().subject());
        return recorded;
    }

    ServicePremises visible(UUID id) {
        ServicePremises premises = record.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(premises.community()));
        return premises;
    }

    private ServicePremises own(UUID id) {
        ServicePremises premises = record.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(premises.community()));
        return premises;
    }

    private void tell(DivisionCode community, LocalDate on) {
        CommunityStanding standing = standings.of(community, on).orElseThrow(() -> Refusal.of(
                        FacilitiesProblem.COMMUNITY_UNKNOWN)
                .with("community", community.value())
                .with("day", on.toString()));
        events.append(new PremisesChanged(
                community.value(),
                standing.areaSquareMetres().toString(),
                standing.standing().name(),
                on));
    }
}
