package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.KnownCommunities;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications of organisations, and what they say of themselves later (Art. 6, 23). */
@ApplicationScoped
class OrganisationDesk {

    private final Organisations organisations;
    private final OrganisationRecords records;
    private final Departments departments;
    private final KnownCommunities communities;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    OrganisationDesk(
            Organisations organisations,
            OrganisationRecords records,
            Departments departments,
            KnownCommunities communities,
            Jurisdiction jurisdiction,
            Callers callers,
            Clock clock) {
        this.organisations = organisations;
        this.records = records;
        this.departments = departments;
        this.communities = communities;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    OrganisationView apply(NewOrganisation asked) {
        communities.require(asked.community());
        Organisation organisation =
                Organisation.of(Ids.next(), asked, callers.current().subject(), LocalDate.now(clock));
        jurisdiction.requireAct(organisation.reach().concerning(List.of(asked.community())));
        requireCapital(asked.capital());
        asked.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        if (asked.setUpBy() != null) {
            departments.requireInExistence(asked.setUpBy());
        }
        if (!organisations.addAll(List.of(organisation))) {
            throw Refusal.of(AdmissionProblem.ORGANISATION_NAME_TAKEN)
                    .with("name", organisation.nameZh())
                    .with("community", asked.community());
        }
        return view(organisation);
    }

    private static void requireCapital(Money capital) {
        if (capital.isNegative()) {
            throw Refusal.of(AdmissionProblem.FORM_CONTRADICTORY).at(FieldError.of("capital", "negative"));
        }
    }

    /** Members and capital grow or shrink; what the district found when it registered stays as it was found. */
    OrganisationView revise(UUID id, @Nullable String ifMatch, Figures figures) {
        Organisation organisation = organisations.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(organisation.reach());
        Version.require(ifMatch, organisation.version());
        organisation.after(OrganisationCommand.REVISE);
        requireCapital(figures.capital());
        organisations.revise(id, figures);
        return view(organisations.find(id).orElseThrow());
    }

    OrganisationView seen(UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(organisation.reach());
        return view(organisation);
    }

    private OrganisationView view(Organisation organisation) {
        return new OrganisationView(
                organisation,
                records.registration(organisation.id()).orElse(null),
                records.incubation(organisation.id())
                        .map(incubation -> incubation.on(LocalDate.now(clock)))
                        .orElse(null),
                records.earlierDecision(organisation.id()).orElse(null));
    }
}
