package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.identity.CreditCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placement as it is now, without what its approval states.
 *
 * @param owed what is owed next for it
 */
record Placed(
        UUID placement,
        UUID application,
        CreditCode department,
        String departmentName,
        String matter,
        LocalDate validFrom,
        LocalDate validTo,
        PlacementStage stage,
        @Nullable LocalDate fundedThrough,
        @Nullable String fundingRule,
        @Nullable LocalDate exitedOn,
        @Nullable AmountDue owed) {

    AdmittedTask with(Approval approval) {
        return new AdmittedTask(
                placement,
                application,
                department,
                departmentName,
                matter,
                approval.title(),
                approval.content(),
                approval.objects(),
                approval.authority(),
                validFrom,
                validTo,
                stage,
                fundedThrough,
                fundingRule,
                exitedOn);
    }
}
