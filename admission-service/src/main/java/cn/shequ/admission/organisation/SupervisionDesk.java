package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Supervision of organisations; what suspends, restores or ends one moves its life in the same transaction (Art. 26). */
@ApplicationScoped
class SupervisionDesk {

    private final SupervisionActions actions;
    private final Organisations organisations;
    private final OrganisationRecords records;
    private final Departments departments;
    private final KnownCommunities communities;
    private final Authorities authorities;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    SupervisionDesk(
            SupervisionActions actions,
            Organisations organisations,
            OrganisationRecords records,
            Departments departments,
            KnownCommunities communities,
            Authorities authorities,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.actions = actions;
        this.organisations = organisations;
        this.records = records;
        this.departments = departments;
        this.communities = communities;
        this.authorities = authorities;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    SupervisionActionView take(NewSupervisionAction asked) {
        LocalDate today = LocalDate.now(clock);
        List<FieldError> findings = asked.findings(today);
        if (!findings.isEmpty()) {
            Refusal invalid = Refusal.of(AdmissionProblem.FORM_CONTRADICTORY);
            findings.forEach(invalid::at);
            throw invalid;
        }
        departments.requireInExistence(asked.participants());
        UnregisteredBody body = asked.body();
        SupervisionAction action = body == null
                ? supervise(asked, Objects.requireNonNull(asked.organisation()), today)
                : prosecute(asked, body, today);
        return action.on(today);
    }

    private SupervisionAction supervise(NewSupervisionAction asked, UUID id, LocalDate today) {
        Organisation organisation = organisations.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        OrganisationCommand command = asked.kind().command(organisation.track()).orElseThrow();
        boolean moves = command != OrganisationCommand.SUPERVISE;
        if (moves) {
            authorities.require(organisation.track(), organisation.community());
        } else {
            jurisdiction.requireAct(Reach.of(organisation.community()));
        }
        OrganisationStage next = organisation.after(command);
        SupervisionAction action = kept(asked, organisation.community(), today);
        if (moves) {
            move(organisation, next, action.id(), today);
        }
        return action;
    }

    /** The suite hears of registered ones: the events name an organisation by its credit code. */
    private void move(Organisation organisation, OrganisationStage next, UUID action, LocalDate today) {
        organisations.move(organisation.id(), next, action);
        if (next == OrganisationStage.DEREGISTERED) {
            records.conclude(organisation.id(), Incubation.Outcome.ENDED, today);
        }
        records.registration(organisation.id())
                .map(registration -> registration.moved(organisation.nameZh(), next, today))
                .ifPresent(events::append);
    }

    private SupervisionAction prosecute(NewSupervisionAction asked, UnregisteredBody body, LocalDate today) {
        communities.require(body.community());
        jurisdiction.requireAct(Reach.of(body.community()));
        String name = body.name().strip();
        if (organisations.isKnown(name, body.community())) {
            throw Refusal.of(AdmissionProblem.ORGANISATION_IS_LAWFUL)
                    .with("name", name)
                    .with("community", body.community());
        }
        return kept(asked, body.community(), today);
    }

    private SupervisionAction kept(NewSupervisionAction asked, DivisionCode community, LocalDate today) {
        SupervisionAction action = SupervisionAction.of(
                Ids.next(), asked, community, callers.current().subject(), today);
        actions.add(action);
        return action;
    }

    SupervisionActionView conclude(UUID id, String result) {
        SupervisionAction action = actions.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(action.community()));
        if (!action.isOpen()) {
            throw Refusal.of(AdmissionProblem.SUPERVISION_NOT_OPEN).with("kind", action.kind());
        }
        LocalDate today = LocalDate.now(clock);
        actions.conclude(id, result, callers.current().subject(), today);
        return actions.find(id).orElseThrow().on(today);
    }

    SupervisionActionView seen(UUID id) {
        SupervisionAction action = actions.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(action.community()));
        return action.on(LocalDate.now(clock));
    }

    /** Acts in the caller's territory. */
    Page<SupervisionActionView> list(
            @Nullable DivisionCode community,
            @Nullable UUID organisation,
            @Nullable SupervisionKind kind,
            boolean overdue,
            PageRequest request) {
        LocalDate today = LocalDate.now(clock);
        return actions.list(community, organisation, kind, overdue, jurisdiction.bindings(), request)
                .map(action -> action.on(today));
    }
}
