package cn.shequ.admission.seal;

import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A form with a field for the committee's opinion and seal (社区居委会意见（盖章证明）, Art. 8).
 *
 * @param department whose form it is
 * @param legalBasis what the field rests on; left out when there is nothing
 */
@Schema(examples = """
                {"department":"11220102DEM000022E","title":"临时救助申请审批表"}""")
public record NewFormReview(
        @NotNull CreditCode department,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Valid LegalBasis legalBasis) {

    List<FieldError> findings() {
        return legalBasis != null && legalBasis.kind() == LegalBasisKind.PARTY_CONSTITUTION
                ? List.of(FieldError.of("legalBasis.kind", "law-or-regulation"))
                : List.of();
    }
}
