package cn.shequ.admission.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-35")
class FunctionsComponentTest {

    private static final DivisionCode DISTRICT = DivisionCode.of("220184000000");

    @Inject
    Functions functions;

    @Test
    void oneLeadsElevenCooperateFiveSetPoliciesAndSixBodiesTakePart() {
        Map<DepartmentCategory, Long> parts =
                functions.all().stream().collect(Collectors.groupingBy(NamedFunction::part, Collectors.counting()));
        assertThat(parts)
                .isEqualTo(Map.of(
                        DepartmentCategory.LEAD_DEPARTMENT, 1L,
                        DepartmentCategory.COOPERATING_DEPARTMENT, 11L,
                        DepartmentCategory.POLICY_DEPARTMENT, 5L,
                        DepartmentCategory.PEOPLES_BODY, 6L));
        assertThat(functions.all()).extracting(NamedFunction::nameZh).doesNotHaveDuplicates();
        assertThat(functions.all()).extracting(NamedFunction::nameEn).doesNotHaveDuplicates();
        assertThat(functions.all()).extracting(NamedFunction::article).containsOnly(35);
    }

    @Test
    void theRowsAreTheFunctionsOfTheEventLanguageInItsOrderWithTheirSource() {
        assertThat(functions.all()).extracting(NamedFunction::code).containsExactly(CooperationFunction.values());
        assertThat(functions.all()).extracting(NamedFunction::citationZh).containsOnly("长办发〔2011〕39号第35条");
        assertThat(functions.all())
                .extracting(NamedFunction::citationEn)
                .containsOnly("Chang Ban Fa [2011] No. 39, Art. 35");
    }

    @Test
    void refusalsNameAFunctionAsTheListDoes() {
        assertThat(functions.all()).allSatisfy(function -> {
            assertThat(Messages.word(AdmissionProblem.BUNDLE, ReaderLanguage.CHINESE, function.code()))
                    .isEqualTo(function.nameZh());
            assertThat(Messages.word(AdmissionProblem.BUNDLE, ReaderLanguage.ENGLISH, function.code()))
                    .isEqualToIgnoringCase(function.nameEn());
        });
    }

    @ParameterizedTest
    @EnumSource(CooperationFunction.class)
    void aFunctionFitsOneCategoryAndNoOther(CooperationFunction function) {
        for (DepartmentCategory category : DepartmentCategory.values()) {
            assertThat(functions.fit(category, function)).isEqualTo(category == functions.part(function));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithThePartThatTheArticleGives() {
        functions.requireFit(DepartmentCategory.POLICY_DEPARTMENT, Set.of());
        functions.requireFit(DepartmentCategory.POLICY_DEPARTMENT, Set.of(CooperationFunction.FINANCE));
        assertThatThrownBy(() -> functions.requireFit(
                        DepartmentCategory.POLICY_DEPARTMENT,
                        List.of(CooperationFunction.FINANCE, CooperationFunction.HEALTH)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(AdmissionProblem.CATEGORY_DOES_NOT_FIT);
                    assertThat(refusal.articles()).containsExactly(35);
                    assertThat(refusal.figures())
                            .containsEntry("function", CooperationFunction.HEALTH)
                            .containsEntry("required", DepartmentCategory.COOPERATING_DEPARTMENT)
                            .containsEntry("actual", DepartmentCategory.POLICY_DEPARTMENT);
                });
    }

    @Test
    void aRosterNamesEveryFunctionInTheOrderOfTheArticleWhetherFulfilledOrMissing() {
        CreditCode body = CreditCode.of("11220102DEM000014K");
        CooperationRoster roster = CooperationRoster.of(
                DISTRICT,
                functions,
                List.of(
                        new Fulfilment(DISTRICT, CooperationFunction.HEALTH, body, "卫生健康局", null),
                        new Fulfilment(
                                DISTRICT, CooperationFunction.POPULATION_AND_FAMILY_PLANNING, body, "卫生健康局", null)));
        assertThat(roster.required()).isEqualTo(23);
        assertThat(roster.present()).isEqualTo(2);
        assertThat(roster.functions())
                .extracting(CooperationRoster.RosterLine::function)
                .containsExactly(CooperationFunction.values());
        assertThat(roster.functions()).filteredOn(line -> !line.missing()).allSatisfy(line -> assertThat(line.body())
                .isEqualTo(new CooperationRoster.RosterBody(body, "卫生健康局", null)));
        assertThat(roster.functions())
                .filteredOn(CooperationRoster.RosterLine::missing)
                .hasSize(21)
                .allSatisfy(line -> assertThat(line.body()).isNull());
    }
}
