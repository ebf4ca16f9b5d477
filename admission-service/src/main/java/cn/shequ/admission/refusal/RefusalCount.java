package cn.shequ.admission.refusal;

import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often communities refused what a body demanded, and what became of it (Art. 4).
 *
 * @param demandingBody the credit code; null for a body that is not registered
 * @param refusals all of them
 * @param upheld those of them after which the demand was withdrawn or admission was applied for
 * @param overruled those of them against which a law was named
 * @param open those of them whose coordination has not ended
 * @param overdue those of them whose coordination took longer than it may, ended or not
 */
@Schema(examples = """
                {"demandingBody":"11220102DEM000022E","demandingBodyName":"南关区教育局（演示）",\
                "demandingBodyLevel":"COUNTY_LEVEL","refusals":7,"upheld":4,"overruled":1,"open":2,"overdue":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusalCount(
        @Nullable CreditCode demandingBody,
        String demandingBodyName,
        AffiliationLevel demandingBodyLevel,
        int refusals,
        int upheld,
        int overruled,
        int open,
        int overdue) {

    /** Its place in the list. */
    String key() {
        return demandingBody == null ? demandingBodyLevel + ":" + demandingBodyName : demandingBody.value();
    }
}
