package cn.shequ.admission.department;

import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A body to be registered.
 *
 * @param functions which functions of Art. 35 it fulfils; nothing is said of them when it is left out
 */
@Schema(examples = """
                {"creditCode":"11220102DEM000014K","division":"220102000000","nameZh":"南关区卫生健康局（演示）",\
                "nameEn":"Nanguan District health bureau","category":"COOPERATING_DEPARTMENT",\
                "affiliationLevel":"COUNTY_LEVEL","functions":["HEALTH","POPULATION_AND_FAMILY_PLANNING"]}""")
public record NewDepartment(
        @NotNull CreditCode creditCode,
        @NotNull DivisionCode division,
        @NotBlank @Size(max = 64) String nameZh,
        @Size(max = 64) @Nullable String nameEn,
        @NotNull DepartmentCategory category,
        @NotNull AffiliationLevel affiliationLevel,
        @Nullable Set<@NotNull CooperationFunction> functions) {

    Department department() {
        return new Department(
                creditCode,
                division,
                nameZh,
                nameEn,
                category,
                affiliationLevel,
                functions == null ? Set.of() : functions,
                null,
                null,
                1);
    }

    /** Whether it is the one on record; who says nothing of functions contradicts none. */
    boolean agrees(NewDepartment recorded) {
        return equals(functions == null ? recorded.withoutFunctions() : recorded);
    }

    private NewDepartment withoutFunctions() {
        return new NewDepartment(creditCode, division, nameZh, nameEn, category, affiliationLevel, null);
    }
}
