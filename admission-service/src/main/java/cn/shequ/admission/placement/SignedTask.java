package cn.shequ.admission.placement;

import cn.shequ.events.admission.AssistanceDomain;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the principal leader signed, as far as its placements need it.
 *
 * @param costs what each community's funding years cost; every community of the task is a key
 */
public record SignedTask(
        UUID application,
        CreditCode department,
        DivisionCode division,
        @Nullable AssistanceDomain domain,
        CreditCode payer,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate signedOn,
        Map<DivisionCode, List<YearCost>> costs) {

    String matter() {
        return domain == null ? Placement.EXCEPTIONAL : domain.name();
    }
}
