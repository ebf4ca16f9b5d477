package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.events.admission.OrganisationCategory;
import cn.shequ.events.admission.OrganisationFiled;
import cn.shequ.events.admission.OrganisationKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Reach;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A community social organisation as it is kept (Art. 23), its members as counts only.
 *
 * @param track what it asks for, and from the decision on what it was given
 * @param head who leads it, opaque
 * @param setUpBy the department that set it up (Art. 6); null for what residents founded
 * @param creditCode given by the district when it registers it; null before
 * @param declination why it was declined
 * @param supervisionId the act of supervision that suspended, restored or struck it off last (Art. 26)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Organisation(
        UUID id,
        DivisionCode community,
        String nameZh,
        OrganisationKind kind,
        @Nullable OrganisationCategory category,
        Track track,
        OrganisationStage stage,
        int individualMembers,
        int institutionalMembers,
        Money capital,
        UUID head,
        @Nullable CommitteePost headPost,
        @Nullable String headException,
        @Nullable CreditCode setUpBy,
        boolean verticallyManaged,
        @Nullable LegalBasisKind basisKind,
        @Nullable String basisCitation,
        String appliedBy,
        LocalDate appliedOn,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate declinedOn,
        @Nullable String declination,
        @Nullable UUID supervisionId,
        @JsonIgnore int version,
        @Nullable CreditCode creditCode) {

    static Organisation of(UUID id, NewOrganisation asked, String person, LocalDate day) {
        LegalBasis basis = asked.legalBasis();
        return new Organisation(
                id,
                asked.community(),
                asked.nameZh().strip(),
                asked.kind(),
                asked.category(),
                asked.track(),
                OrganisationStage.APPLIED,
                asked.individualMembers(),
                asked.institutionalMembers(),
                asked.capital(),
                asked.head(),
                asked.headPost(),
                asked.headException(),
                asked.setUpBy(),
                asked.verticallyManaged(),
                basis == null ? null : basis.kind(),
                basis == null ? null : basis.citation(),
                person,
                day,
                null,
                null,
                null,
                null,
                1,
                null);
    }

    Membership membership() {
        return new Membership(individualMembers, institutionalMembers);
    }

    /** @throws Refusal {@link AdmissionProblem#ORGANISATION_STAGE_FORBIDS} */
    OrganisationStage after(OrganisationCommand command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(AdmissionProblem.ORGANISATION_STAGE_FORBIDS)
                .with("stage", stage)
                .with("command", command));
    }

    /** A department's officer reaches what the own department set up, and nothing that residents founded. */
    Reach reach() {
        return Reach.of(community).ownedBy(setUpBy == null ? "" : setUpBy.value());
    }

    OrganisationFiled toldFiled(OrganisationCategory filedAs, LocalDate day) {
        return new OrganisationFiled(id.toString(), community.value(), kind.name(), filedAs.name(), day);
    }

    OrganisationEntry entry() {
        return new OrganisationEntry(id, community, nameZh, kind, category, track, stage, creditCode, setUpBy);
    }
}
