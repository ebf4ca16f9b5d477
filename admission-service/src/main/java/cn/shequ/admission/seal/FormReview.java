package cn.shequ.admission.seal;

import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The review of a form with a seal field, as it is kept (Art. 8); of two of one form the later one counts.
 *
 * @param division whose leading-group office reviewed it: that of the body whose form it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormReview(
        UUID id,
        DivisionCode division,
        CreditCode department,
        String title,
        @Nullable LegalBasisKind basisKind,
        @Nullable String basisCitation,
        Outcome outcome,
        @JsonIgnore String reviewedBy,
        LocalDate reviewedOn) {

    /** Without a clear basis in law or regulation the field goes. */
    public enum Outcome {
        FIELD_STANDS,
        FIELD_GOES
    }

    static FormReview of(UUID id, DivisionCode division, NewFormReview asked, String person, LocalDate day) {
        LegalBasis basis = asked.legalBasis();
        return new FormReview(
                id,
                division,
                asked.department(),
                asked.title(),
                basis == null ? null : basis.kind(),
                basis == null ? null : basis.citation(),
                basis == null ? Outcome.FIELD_GOES : Outcome.FIELD_STANDS,
                person,
                day);
    }
}
