package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Department;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.problem.Refusal;

/**
 * Whose paper counts besides that of the municipal Party committee and government: that of a competent department above
 * the city and above the body (上级有关部门, Art. 7). The paper of the city's own bureaus does not.
 */
final class DocumentRule {

    private DocumentRule() {}

    /**
     * @param isOver whether the issuing department's division is, or encloses, that of the body
     * @throws Refusal when the document is not enough for the body
     */
    static void require(Department body, Department issuing, boolean isOver) {
        if (!isDepartment(issuing.category())) {
            throw Refusal.of(AdmissionProblem.FORMAL_DOCUMENT_OF_NO_DEPARTMENT)
                    .with("issuer", issuing.nameZh())
                    .with("actual", issuing.category());
        }
        if (!isOver) {
            throw Refusal.of(AdmissionProblem.FORMAL_DOCUMENT_OF_ELSEWHERE)
                    .with("issuer", issuing.nameZh())
                    .with("required", body.division())
                    .with("actual", issuing.division());
        }
        AffiliationLevel below = higher(AffiliationLevel.CITY, body.affiliationLevel());
        if (issuing.affiliationLevel().compareTo(below) >= 0) {
            throw Refusal.of(AdmissionProblem.FORMAL_DOCUMENT_NOT_ENOUGH)
                    .with("issuer", issuing.nameZh())
                    .with("above", below)
                    .with("actual", issuing.affiliationLevel());
        }
    }

    /** {@link AffiliationLevel} goes from the highest level down. */
    private static AffiliationLevel higher(AffiliationLevel one, AffiliationLevel other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean isDepartment(DepartmentCategory category) {
        return switch (category) {
            case ENTERPRISE, INSTITUTION, SECTOR_BODY -> false;
            case LEAD_DEPARTMENT,
                    COOPERATING_DEPARTMENT,
                    POLICY_DEPARTMENT,
                    PEOPLES_BODY,
                    SUBDISTRICT_OFFICE,
                    HIGHER_LEVEL_ORGAN,
                    OTHER_DEPARTMENT -> true;
        };
    }
}
