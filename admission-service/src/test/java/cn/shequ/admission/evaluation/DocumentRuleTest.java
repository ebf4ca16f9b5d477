package cn.shequ.admission.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Department;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.events.admission.EvaluationIssuer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("art-7")
class DocumentRuleTest {

    private static final CreditCode BUREAU = CreditCode.of("11220102DEM000014K");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 11);

    private static Department body(AffiliationLevel level, DepartmentCategory category) {
        return new Department(
                BUREAU, DivisionCode.of("220104000000"), "演示单位", null, category, level, Set.of(), null, null, 1);
    }

    private static Department bureau(AffiliationLevel level) {
        return body(level, DepartmentCategory.COOPERATING_DEPARTMENT);
    }

    private static void refused(AdmissionProblem problem, Department body, Department issuing, boolean isOver) {
        assertThatThrownBy(() -> DocumentRule.require(body, issuing, isOver))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(problem);
                    assertThat(refusal.articles()).containsExactly(7);
                });
    }

    @ParameterizedTest(name = "for a body of {0}, the paper of {1}")
    @CsvSource({
        "TOWNSHIP_LEVEL, PROVINCE",
        "COUNTY_LEVEL, PROVINCE",
        "COUNTY_LEVEL, CENTRAL",
        "CITY, PROVINCE",
        "PROVINCE, CENTRAL"
    })
    void thePaperOfADepartmentAboveTheCityIsEnough(AffiliationLevel body, AffiliationLevel issuer) {
        assertThatCode(() -> DocumentRule.require(bureau(body), bureau(issuer), true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "for a body of {0}, the paper of {1}: above {2} is required")
    @CsvSource({
        "COUNTY_LEVEL, CITY, CITY",
        "TOWNSHIP_LEVEL, CITY, CITY",
        "TOWNSHIP_LEVEL, COUNTY_LEVEL, CITY",
        "CITY, CITY, CITY",
        "COUNTY_LEVEL, COUNTY_LEVEL, CITY",
        "COUNTY_LEVEL, TOWNSHIP_LEVEL, CITY",
        "PROVINCE, PROVINCE, PROVINCE",
        "CENTRAL, CENTRAL, CENTRAL"
    })
    void thatOfTheCitysOwnBureausTheOwnAndThatOfNoHigherLevelIsNot(
            AffiliationLevel body, AffiliationLevel issuer, AffiliationLevel above) {
        refused(AdmissionProblem.FORMAL_DOCUMENT_NOT_ENOUGH, bureau(body), bureau(issuer), true);
        assertThatThrownBy(() -> DocumentRule.require(bureau(body), bureau(issuer), true))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.figures())
                        .containsEntry("above", above)
                        .containsEntry("actual", issuer));
    }

    @Test
    void aDepartmentThatIsOverOthersDoesNotCount() {
        refused(
                AdmissionProblem.FORMAL_DOCUMENT_OF_ELSEWHERE,
                bureau(AffiliationLevel.TOWNSHIP_LEVEL),
                bureau(AffiliationLevel.PROVINCE),
                false);
    }

    @ParameterizedTest
    @EnumSource(
            value = DepartmentCategory.class,
            names = {"ENTERPRISE", "INSTITUTION", "SECTOR_BODY"})
    void anEnterpriseInstitutionOrSectorBodyIsNoDepartment(DepartmentCategory category) {
        refused(
                AdmissionProblem.FORMAL_DOCUMENT_OF_NO_DEPARTMENT,
                bureau(AffiliationLevel.COUNTY_LEVEL),
                body(AffiliationLevel.PROVINCE, category),
                true);
    }

    private static FormalDocument document(
            EvaluationIssuer issuer, @Nullable CreditCode department, LocalDate issuedOn) {
        return new FormalDocument("通知", "长府发〔2026〕12号", issuedOn, issuer, department);
    }

    @Test
    void onlyAPaperOfADepartmentNamesTheDepartment() {
        assertThat(document(EvaluationIssuer.MUNICIPAL_PARTY_COMMITTEE, null, TODAY)
                        .findings(TODAY))
                .isEmpty();
        assertThat(document(EvaluationIssuer.HIGHER_LEVEL_DEPARTMENT, BUREAU, TODAY)
                        .findings(TODAY))
                .isEmpty();
        assertThat(document(EvaluationIssuer.HIGHER_LEVEL_DEPARTMENT, null, TODAY)
                        .findings(TODAY))
                .extracting(FieldError::code)
                .containsExactly("required");
        assertThat(document(EvaluationIssuer.MUNICIPAL_GOVERNMENT, BUREAU, TODAY)
                        .findings(TODAY))
                .extracting(FieldError::code)
                .containsExactly("excludes");
    }

    @Test
    void aPaperThatIsStillToComeIsNone() {
        assertThat(document(EvaluationIssuer.MUNICIPAL_GOVERNMENT, null, TODAY.plusDays(1))
                        .findings(TODAY))
                .extracting(FieldError::field)
                .containsExactly("document.issuedOn");
    }
}
