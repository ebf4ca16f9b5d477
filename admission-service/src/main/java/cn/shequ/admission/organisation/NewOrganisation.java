package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.events.admission.OrganisationCategory;
import cn.shequ.events.admission.OrganisationKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that asks to be filed or registered (Art. 23).
 *
 * @param category which of the five kinds it is of; left out when it is of none
 * @param track what it asks for
 * @param capital founding capital in CNY
 * @param head who leads it, opaque
 * @param headPost what the head is in the residents' committee, if anything
 * @param headException why the head of a body of a department is of the committee all the same (Art. 6)
 * @param setUpBy the department that sets it up (Art. 6); left out for what residents found
 * @param verticallyManaged whether that department manages it past the community
 * @param legalBasis the law or regulation that says there is to be such a body
 */
@Schema(examples = """
                {"community":"220102001001","nameZh":"华阳社区邻里互助会","kind":"SOCIAL_ASSOCIATION",\
                "category":"PUBLIC_INTEREST_SERVICE","track":"FILED","individualMembers":16,"institutionalMembers":0,\
                "capital":"3000.00","head":"00000000-0000-4000-8000-000000000201","verticallyManaged":false}""")
public record NewOrganisation(
        @NotNull DivisionCode community,

        @NotBlank @Pattern(regexp = NAME) String nameZh,

        @NotNull OrganisationKind kind,
        @Nullable OrganisationCategory category,
        @NotNull Track track,
        @Min(0) @Max(1_000_000) int individualMembers,
        @Min(0) @Max(1_000_000) int institutionalMembers,
        @NotNull Money capital,
        @NotNull UUID head,
        @Nullable CommitteePost headPost,
        @Nullable @Size(max = 2000) String headException,
        @Nullable CreditCode setUpBy,
        @NotNull Boolean verticallyManaged,
        @Nullable @Valid LegalBasis legalBasis) {

    /** What an organisation may be called: up to 128 characters, none of them for control. */
    static final String NAME = "[^\\u0000-\\u001f\\u007f]{1,128}";

    /** Why it cannot be asked for at all; empty when nothing is in the way. */
    Optional<Refusal> refusal() {
        if (track == Track.FILED && category == null) {
            return Optional.of(Refusal.of(AdmissionProblem.ORGANISATION_OUTSIDE_FIVE_KINDS));
        }
        if (setUpBy != null) {
            return refusalOfDepartments(setUpBy);
        }
        return verticallyManaged
                ? Optional.of(Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("setUpBy", "required")))
                : Optional.empty();
    }

    /** What Art. 6 says of bodies that departments set up in a community; others it does not bind. */
    private Optional<Refusal> refusalOfDepartments(CreditCode department) {
        if (verticallyManaged && (legalBasis == null || legalBasis.kind() == LegalBasisKind.PARTY_CONSTITUTION)) {
            return Optional.of(
                    Refusal.of(AdmissionProblem.VERTICAL_BODY_WITHOUT_LAW).with("setUpBy", department));
        }
        return headPost != null && (headException == null || headException.isBlank())
                ? Optional.of(Refusal.of(AdmissionProblem.COMMITTEE_HEADS_BODY).with("headPost", headPost))
                : Optional.empty();
    }
}
