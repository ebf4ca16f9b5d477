package cn.shequ.admission.seal;

import cn.shequ.admission.DemandVoices;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.admission.refusal.Demanders;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nobody demands a seal or certificate outside the catalogue; who tries is refused, and that is kept (Art. 8). */
@ApplicationScoped
class SealDemandDesk {

    private final SealDemands demands;
    private final SealMatters matters;
    private final Demanders demanders;
    private final KnownCommunities communities;
    private final DemandVoices voices;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    SealDemandDesk(
            SealDemands demands,
            SealMatters matters,
            Demanders demanders,
            KnownCommunities communities,
            DemandVoices voices,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.demands = demands;
        this.matters = matters;
        this.demanders = demanders;
        this.communities = communities;
        this.voices = voices;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the demand, whatever the catalogue says of it. */
    SealDemand record(NewSealDemand asked) {
        communities.require(asked.community());
        voices.require(asked.community(), asked.demandingBody().creditCode());
        Demanders.Body demander = demanders.identify(asked.demandingBody());
        LocalDate today = LocalDate.now(clock);
        SealDemand demand = new SealDemand(
                Ids.next(),
                asked.community(),
                demander.creditCode(),
                demander.name(),
                demander.level(),
                asked.matter(),
                asked.demanded(),
                matters.find(asked.matter())
                        .map(matter -> matter.demandedOn(today))
                        .orElse(SealFinding.NOT_IN_CATALOGUE),
                callers.current().subject(),
                today);
        demands.add(demand);
        if (demand.finding() != SealFinding.MAY_BE_SEALED) {
            events.append(demand.told());
        }
        return demand;
    }

    SealDemand seen(UUID id) {
        SealDemand demand = demands.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        CreditCode body = demand.demandingBody();
        jurisdiction.requireSee(Reach.of(demand.community()).ownedBy(body == null ? "" : body.value()));
        return demand;
    }

    /** Demands on communities of the caller's territory, of a department's officer only its own. */
    Page<SealDemand> list(@Nullable DivisionCode community, @Nullable SealFinding finding, PageRequest request) {
        return demands.list(community, finding, callers.current().onlyDepartment(), jurisdiction.bindings(), request);
    }
}
