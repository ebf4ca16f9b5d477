package cn.shequ.admission.department;

import cn.shequ.admission.cooperation.Functions;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body that may apply or demand (Art. 7, 35).
 *
 * @param functions which functions of Art. 35 it fulfils in its division: several where bodies were merged
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
        Set<CooperationFunction> functions,
        @Nullable CreditCode succeededBy,
        @Nullable LocalDate succeededOn,
        @JsonIgnore int version) {

    public Department {
        functions = Functions.inOrder(functions);
    }

    public boolean isSucceeded() {
        return succeededBy != null;
    }

    Department called(String zh, @Nullable String en) {
        return new Department(
                creditCode, division, zh, en, category, affiliationLevel, functions, succeededBy, succeededOn, version);
    }

    DepartmentChanged changed() {
        return new DepartmentChanged(
                creditCode.value(),
                division.value(),
                nameZh,
                nameEn,
                category.name(),
                affiliationLevel.name(),
                succeededBy == null ? null : succeededBy.value(),
                functions.stream().map(Enum::name).toList());
    }
}
