package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to whether something may be asked of a community. What is in it is written by {@link AdmissionCheckSerializer}.
 *
 * @param placements what was admitted, also where money or time is still missing
 */
@Schema(examples = """
                {"permitted":false,"department":"11220102DEM000014K","community":"220102001001",\
                "matter":"PUBLIC_HEALTH","on":"2026-01-01","reasons":[{"code":"NOT_ADMITTED","articles":[4,5],\
                "message":"该工作未经准入审批"}],"placements":[]}""")
public record AdmissionCheck(
        boolean permitted,
        CreditCode department,
        DivisionCode community,
        String matter,
        LocalDate on,
        List<Reason> reasons,
        List<AdmittedTask> placements) {

    /**
     * One reason.
     *
     * @param message in the reader's language
     * @param amountsDue what must be paid first
     */
    public record Reason(
            ReasonCode code,
            List<Integer> articles,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AmountDue> amountsDue) {}
}
