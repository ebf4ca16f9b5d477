package cn.shequ.admission.organisation;

import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.events.admission.OrganisationCategory;
import cn.shequ.events.admission.OrganisationKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.rulebook.Rule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that was filed or registered before (Art. 23), as a line of a table says it and as it was taken over.
 *
 * @param number under which it is on file at the subdistrict office; of what is registered, its credit code
 * @param authority which body decided, by name
 * @param decidedOn when it was filed or registered
 * @param earlierDocument under what it was registered before the rows of today came into force; null where it reaches them
 */
public record ImportedOrganisation(
        String number,
        DivisionCode community,
        String nameZh,
        OrganisationKind kind,
        @Nullable OrganisationCategory category,
        Track track,
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
        String authority,
        LocalDate decidedOn,
        @Nullable String earlierDocument) {

    NewOrganisation form() {
        return new NewOrganisation(
                community,
                nameZh,
                kind,
                category,
                track,
                individualMembers,
                institutionalMembers,
                capital,
                head,
                headPost,
                headException,
                setUpBy,
                verticallyManaged,
                basisKind == null || basisCitation == null ? null : new LegalBasis(basisKind, basisCitation));
    }

    Membership membership() {
        return new Membership(individualMembers, institutionalMembers);
    }

    /** Only what is registered has one. */
    Optional<CreditCode> creditCode() {
        return track == Track.REGISTERED ? Optional.of(CreditCode.of(number)) : Optional.empty();
    }

    /** Whether it names under what it was registered before the row came into force: then it need not reach it. */
    boolean isOlderThan(Rule row) {
        return earlierDocument != null && decidedOn.isBefore(row.validFrom());
    }

    /** What an organisation is called where it is. */
    public record Name(DivisionCode community, String name) {}

    Name name() {
        return new Name(community, nameZh);
    }
}
