package cn.shequ.admission.department;

import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A body to be registered. */
@Schema(examples = """
                {"creditCode":"11220102DEM000014K","division":"220102000000","nameZh":"南关区卫生健康局（演示）",\
                "nameEn":"Nanguan District health bureau","category":"COOPERATING_DEPARTMENT",\
                "affiliationLevel":"COUNTY_LEVEL"}""")
public record NewDepartment(
        @NotNull CreditCode creditCode,
        @NotNull DivisionCode division,
        @NotBlank @Size(max = 64) String nameZh,
        @Size(max = 64) @Nullable String nameEn,
        @NotNull DepartmentCategory category,
        @NotNull AffiliationLevel affiliationLevel) {

    Department department() {
        return new Department(creditCode, division, nameZh, nameEn, category, affiliationLevel, null, null);
    }
}
