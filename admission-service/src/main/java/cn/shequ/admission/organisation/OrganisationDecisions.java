package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.CreditCodes;
import cn.shequ.events.admission.OrganisationCategory;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Filing, registration and declination (Art. 23), and incubation on the way there (Art. 24). */
@ApplicationScoped
class OrganisationDecisions {

    private final Organisations organisations;
    private final OrganisationRecords records;
    private final CreditCodes creditCodes;
    private final OrganisationDesk desk;
    private final Authorities authorities;
    private final Rulebook rulebook;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    OrganisationDecisions(
            Organisations organisations,
            OrganisationRecords records,
            CreditCodes creditCodes,
            OrganisationDesk desk,
            Authorities authorities,
            Rulebook rulebook,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.organisations = organisations;
        this.records = records;
        this.creditCodes = creditCodes;
        this.desk = desk;
        this.authorities = authorities;
        this.rulebook = rulebook;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** One of the five kinds, whatever it asked for and however small it is. */
    OrganisationView file(UUID id) {
        Organisation organisation = locked(id);
        authorities.require(Track.FILED, organisation.community());
        organisation.after(OrganisationCommand.FILE);
        OrganisationCategory category = organisation.category();
        if (category == null) {
            throw Refusal.of(AdmissionProblem.ORGANISATION_OUTSIDE_FIVE_KINDS);
        }
        LocalDate today = LocalDate.now(clock);
        organisations.file(id, person(), today);
        events.append(organisation.toldFiled(category, today));
        return desk.seen(id);
    }

    /** What reaches the conditions, of any kind and from the file as well; within its term an incubation has reached its aim. */
    OrganisationView register(UUID id, CreditCode code) {
        Organisation organisation = locked(id);
        authorities.require(Track.REGISTERED, organisation.community());
        organisation.after(OrganisationCommand.REGISTER);
        RegistrationConditions conditions = RegistrationConditions.of(
                organisation.kind(), organisation.membership(), rule -> rulebook.today(rule, organisation.community()));
        conditions.unmet(organisation.membership(), organisation.capital()).ifPresent(refusal -> {
            throw refusal;
        });
        LocalDate today = LocalDate.now(clock);
        Registration registration = Registration.of(
                organisation, code, authorities.district(organisation.community()), conditions, person(), today, null);
        if (creditCodes.isTaken(code) || !records.addAll(List.of(registration))) {
            throw Refusal.of(AdmissionProblem.CREDIT_CODE_REGISTERED).with("creditCode", code);
        }
        organisations.register(id);
        records.conclude(id, Incubation.Outcome.GRADUATED, today);
        events.append(registration.told(organisation));
        return desk.seen(id);
    }

    /** By the authority that was asked. */
    OrganisationView decline(UUID id, String reason) {
        Organisation organisation = locked(id);
        authorities.require(organisation.track(), organisation.community());
        organisation.after(OrganisationCommand.DECLINE);
        LocalDate today = LocalDate.now(clock);
        organisations.decline(id, person(), today, reason);
        records.conclude(id, Incubation.Outcome.ENDED, today);
        return desk.seen(id);
    }

    /** Of what is not registered yet: reaching the conditions does not end the need of help. */
    OrganisationView takeIn(UUID id, NewIncubation asked) {
        Organisation organisation = locked(id);
        authorities.require(Track.FILED, organisation.community());
        OrganisationStage next = organisation.after(OrganisationCommand.TAKE_INTO_INCUBATION);
        asked.refusal(LocalDate.now(clock)).ifPresent(refusal -> {
            throw refusal;
        });
        if (!records.add(Incubation.of(id, asked, person()))) {
            throw Refusal.of(AdmissionProblem.INCUBATED_BEFORE);
        }
        organisations.incubate(id, next);
        return desk.seen(id);
    }

    private Organisation locked(UUID id) {
        return organisations.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    private String person() {
        return callers.current().subject();
    }
}
