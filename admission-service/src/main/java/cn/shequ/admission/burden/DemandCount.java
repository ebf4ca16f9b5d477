package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often a body demanded something of a community in a month.
 *
 * @param demandingBody the credit code; null for a body that is not registered
 * @param month as {@code YYYY-MM}
 * @param demands all of them
 * @param refused those of them that had no basis
 */
@Schema(examples = """
                {"community":"220102001001","demandingBody":"11220102DEM000022E","demandingBodyName":"南关区教育局（演示）",\
                "month":"2026-03","demands":7,"refused":5}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandCount(
        DivisionCode community,
        @Nullable CreditCode demandingBody,
        String demandingBodyName,
        String month,
        int demands,
        int refused) {

    /** Its place in the list. */
    String key() {
        String code = demandingBody == null ? "" : demandingBody.value();
        return community.value() + month + code + demandingBodyName;
    }
}
