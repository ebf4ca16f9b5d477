package cn.shequ.admission.burden;

import cn.shequ.admission.Contradictions;
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

/** Nothing is demanded of a community without a basis; who tries is refused, and that is kept (Art. 6, 7). */
@ApplicationScoped
class DemandDesk {

    private final Demands demands;
    private final BasisSearch bases;
    private final Demanders demanders;
    private final KnownCommunities communities;
    private final DemandVoices voices;
    private final Jurisdiction jurisdiction;
    private final EventLog events;
    private final Callers callers;
    private final Clock clock;

    DemandDesk(
            Demands demands,
            BasisSearch bases,
            Demanders demanders,
            KnownCommunities communities,
            DemandVoices voices,
            Jurisdiction jurisdiction,
            EventLog events,
            Callers callers,
            Clock clock) {
        this.demands = demands;
        this.bases = bases;
        this.demanders = demanders;
        this.communities = communities;
        this.voices = voices;
        this.jurisdiction = jurisdiction;
        this.events = events;
        this.callers = callers;
        this.clock = clock;
    }

    /** Keeps the demand, whatever it rests on. */
    Demand record(NewDemand asked) {
        communities.require(asked.community());
        voices.require(asked.community(), asked.demandingBody().creditCode());
        Contradictions.refuse(asked.findings());
        Demanders.Body body = demanders.identify(asked.demandingBody());
        LocalDate today = LocalDate.now(clock);
        Demand demand = demand(asked, body, bases.find(asked, body.creditCode(), today), today);
        if (demands.add(demand)) {
            return told(demand);
        }
        Demand again = demand.askedForAlready();
        demands.add(again);
        return told(again);
    }

    private Demand told(Demand demand) {
        if (demand.grounds() != null) {
            events.append(demand.told());
        }
        return demand;
    }

    private Demand demand(NewDemand asked, Demanders.Body body, Finding finding, LocalDate today) {
        return new Demand(
                Ids.next(),
                asked.community(),
                body.creditCode(),
                body.name(),
                body.level(),
                asked.kind(),
                asked.matter(),
                asked.demanded(),
                finding.basis(),
                finding.placement(),
                finding.form(),
                finding.formPeriod(),
                finding.exemption(),
                finding.grounds(),
                callers.current().subject(),
                today);
    }

    Demand seen(UUID id) {
        Demand demand = demands.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        CreditCode body = demand.demandingBody();
        jurisdiction.requireSee(Reach.of(demand.community()).ownedBy(body == null ? "" : body.value()));
        return demand;
    }

    /** Demands on communities of the caller's territory, of a department's officer only its own. */
    Page<Demand> list(
            @Nullable DivisionCode community,
            @Nullable DemandKind kind,
            @Nullable Boolean refused,
            PageRequest request) {
        return demands.list(
                community, kind, refused, callers.current().onlyDepartment(), jurisdiction.bindings(), request);
    }
}
