package cn.shequ.admission.organisation;

import cn.shequ.events.EventData;
import cn.shequ.events.admission.OrganisationChanged;
import cn.shequ.events.admission.OrganisationDeregistered;
import cn.shequ.events.admission.OrganisationRegistered;
import cn.shequ.events.admission.OrganisationStanding;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.rulebook.Rule;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entry in the district's register (Art. 23): what was required on that day and what was found.
 *
 * @param division the county-level unit whose register it is
 * @param membersRule the row of the rulebook for the members, by its reference; null for a unit without members
 * @param earlierDocument under what it was registered before these rows came into force; null where it reaches them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Registration(
        @JsonIgnore UUID organisationId,
        CreditCode creditCode,
        DivisionCode division,
        int individualMembers,
        int institutionalMembers,
        @Nullable Integer membersRequired,
        @Nullable String membersRule,
        Money capital,
        Money capitalRequired,
        String capitalRule,
        @JsonIgnore String registeredBy,
        LocalDate registeredOn,
        @Nullable String earlierDocument) {

    static Registration of(
            Organisation organisation,
            CreditCode code,
            DivisionCode division,
            RegistrationConditions conditions,
            String person,
            LocalDate day,
            @Nullable String earlierDocument) {
        Rule members = conditions.members();
        return new Registration(
                organisation.id(),
                code,
                division,
                organisation.individualMembers(),
                organisation.institutionalMembers(),
                members == null ? null : members.whole(),
                members == null ? null : members.reference(),
                organisation.capital(),
                conditions.capital().money(),
                conditions.capital().reference(),
                person,
                day,
                earlierDocument);
    }

    OrganisationRegistered told(Organisation organisation) {
        return new OrganisationRegistered(
                creditCode.value(),
                division.value(),
                organisation.nameZh(),
                organisation.kind().name(),
                registeredOn);
    }

    /** What the suite hears when supervision has moved a registered organisation to another stage (Art. 26). */
    EventData moved(String nameZh, OrganisationStage stage, LocalDate day) {
        if (stage == OrganisationStage.DEREGISTERED) {
            return new OrganisationDeregistered(creditCode.value(), division.value(), day);
        }
        OrganisationStanding standing =
                stage == OrganisationStage.SUSPENDED ? OrganisationStanding.SUSPENDED : OrganisationStanding.ACTIVE;
        return new OrganisationChanged(creditCode.value(), division.value(), nameZh, standing.name(), day);
    }
}
