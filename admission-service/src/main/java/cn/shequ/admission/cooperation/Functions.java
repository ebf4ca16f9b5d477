package cn.shequ.admission.cooperation;

import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What Art. 35 names, in its order and words: the lead, eleven cooperating and five policy departments, six bodies. */
public final class Functions {

    private static final int ARTICLE = 35;

    private Functions() {}

    /**
     * A function as it is shown.
     *
     * @param part the part of whoever fulfils it, and so the category of that body
     * @param article which names it
     */
    public record NamedFunction(
            CooperationFunction code, DepartmentCategory part, String nameZh, String nameEn, int article) {}

    public static List<NamedFunction> all() {
        return Arrays.stream(CooperationFunction.values()).map(Functions::named).toList();
    }

    /** Without doubles, in the order of the article. */
    public static Set<CooperationFunction> inOrder(Collection<CooperationFunction> functions) {
        Set<CooperationFunction> ordered = EnumSet.noneOf(CooperationFunction.class);
        ordered.addAll(functions);
        return Collections.unmodifiableSet(ordered);
    }

    public static DepartmentCategory part(CooperationFunction function) {
        return switch (function) {
            case CIVIL_AFFAIRS -> DepartmentCategory.LEAD_DEPARTMENT;
            case EDUCATION,
                    PUBLIC_SECURITY,
                    JUSTICE,
                    HUMAN_RESOURCES_AND_SOCIAL_SECURITY,
                    URBAN_AND_RURAL_CONSTRUCTION,
                    CITY_MANAGEMENT,
                    CULTURE,
                    HEALTH,
                    SPORTS,
                    POPULATION_AND_FAMILY_PLANNING,
                    ENVIRONMENTAL_PROTECTION -> DepartmentCategory.COOPERATING_DEPARTMENT;
            case DEVELOPMENT_AND_REFORM, FINANCE, FINANCIAL_SECTOR, TAXATION, INDUSTRY_AND_COMMERCE ->
                DepartmentCategory.POLICY_DEPARTMENT;
            case TRADE_UNIONS, YOUTH_LEAGUE, WOMENS_FEDERATION, DISABLED_PERSONS_FEDERATION, AGEING, CHARITY ->
                DepartmentCategory.PEOPLES_BODY;
        };
    }

    public static NamedFunction named(CooperationFunction function) {
        return switch (function) {
            case CIVIL_AFFAIRS -> named(function, "民政", "Civil affairs");
            case EDUCATION -> named(function, "教育", "Education");
            case PUBLIC_SECURITY -> named(function, "公安", "Public security");
            case JUSTICE -> named(function, "司法", "Justice");
            case HUMAN_RESOURCES_AND_SOCIAL_SECURITY ->
                named(function, "人力资源和社会保障", "Human resources and social security");
            case URBAN_AND_RURAL_CONSTRUCTION -> named(function, "城乡建设", "Urban and rural construction");
            case CITY_MANAGEMENT -> named(function, "城市管理", "City management");
            case CULTURE -> named(function, "文化", "Culture");
            case HEALTH -> named(function, "卫生", "Health");
            case SPORTS -> named(function, "体育", "Sports");
            case POPULATION_AND_FAMILY_PLANNING -> named(function, "人口和计划生育", "Population and family planning");
            case ENVIRONMENTAL_PROTECTION -> named(function, "环境保护", "Environmental protection");
            case DEVELOPMENT_AND_REFORM -> named(function, "发展改革", "Development and reform");
            case FINANCE -> named(function, "财政", "Finance");
            case FINANCIAL_SECTOR -> named(function, "金融", "Financial sector");
            case TAXATION -> named(function, "税务", "Taxation");
            case INDUSTRY_AND_COMMERCE -> named(function, "工商", "Industry and commerce");
            case TRADE_UNIONS -> named(function, "工会", "Trade unions");
            case YOUTH_LEAGUE -> named(function, "共青团", "Communist Youth League");
            case WOMENS_FEDERATION -> named(function, "妇联", "Women's federation");
            case DISABLED_PERSONS_FEDERATION -> named(function, "残联", "Disabled persons' federation");
            case AGEING -> named(function, "老龄", "Ageing");
            case CHARITY -> named(function, "慈善", "Charity");
        };
    }

    private static NamedFunction named(CooperationFunction function, String nameZh, String nameEn) {
        return new NamedFunction(function, part(function), nameZh, nameEn, ARTICLE);
    }
}
