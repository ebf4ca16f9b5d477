package cn.shequ.admission.department;

import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body that may apply or demand (Art. 7, 35).
 *
 * @param succeededBy the body it was merged into or renamed to, which then holds what it held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Department(
        CreditCode creditCode,
        DivisionCode division,
        String nameZh,
        @Nullable String nameEn,
        DepartmentCategory category,
        AffiliationLevel affiliationLevel,
        @Nullable CreditCode succeededBy,
        @Nullable LocalDate succeededOn) {

    public boolean isSucceeded() {
        return succeededBy != null;
    }

    DepartmentChanged changed() {
        return new DepartmentChanged(
                creditCode.value(),
                division.value(),
                nameZh,
                nameEn,
                category.name(),
                affiliationLevel.name(),
                succeededBy == null ? null : succeededBy.value());
    }
}
