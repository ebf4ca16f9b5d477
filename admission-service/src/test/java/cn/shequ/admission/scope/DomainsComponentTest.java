package cn.shequ.admission.scope;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.aDepartmentOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.admission.Given;
import cn.shequ.events.admission.AssistanceDomain;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
class DomainsComponentTest {

    @Inject
    Domains domains;

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    @Test
    void theRowsAreTheDomainsOfTheEventLanguageInItsOrder() {
        assertThat(domains.all()).extracting(Domain::code).containsExactly(AssistanceDomain.values());
        assertThat(domains.of(AssistanceDomain.PUBLIC_HEALTH).nameZh()).isEqualTo("公共卫生");
    }

    @Test
    void everybodyReadsTheSixteenDomainsWithTheirSource() {
        given().get("/v1/domains")
                .then()
                .statusCode(200)
                .body("", hasSize(16))
                .body("[2].code", equalTo("PUBLIC_HEALTH"))
                .body("[2].nameZh", equalTo("公共卫生"))
                .body("[2].nameEn", equalTo("Public health"))
                .body("findAll { it.article == 4 }", hasSize(16))
                .body("findAll { it.citationZh == '长办发〔2011〕39号第4条' }", hasSize(16))
                .body("findAll { it.citationEn == 'Chang Ban Fa [2011] No. 39, Art. 4' }", hasSize(16));
    }

    @Test
    void theListOfTheArticleIsNobodysToChange() {
        refused("permission denied", "UPDATE assistance_domain SET name_zh = '其他' WHERE position = 1");
        refused("permission denied", "DELETE FROM assistance_domain");
        refused("permission denied", """
                INSERT INTO assistance_domain (code, position, name_zh, name_en, article, citation_zh, citation_en)
                VALUES ('TOURISM', 17, '旅游', 'Tourism', 4, '无', 'None')""");
    }

    @Test
    void aTaskLiesInADomainOfTheList() {
        Given.theCity(territory);
        refused(
                "one_of_the_domains",
                "INSERT INTO task_application (id, department, division, stage, domain) VALUES (gen_random_uuid(), '"
                        + aDepartmentOf(DISTRICT) + "', '" + DISTRICT + "', 'DRAFT', 'TOURISM')");
    }

    private void refused(String words, String statement) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining(words);
    }
}
