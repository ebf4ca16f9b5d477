package cn.shequ.admission.award;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.award.Awarding.DISTRICT;
import static cn.shequ.admission.award.Awarding.aCommunity;
import static cn.shequ.admission.award.Awarding.aNomination;
import static cn.shequ.admission.award.Awarding.stage;
import static cn.shequ.admission.award.Awarding.told;
import static cn.shequ.admission.award.VetoSays.imposedOn;
import static cn.shequ.admission.award.VetoSays.liftedOn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.admission.ServiceTopic;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-16")
class VetoTopicComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private final String ledger = UUID.randomUUID().toString();
    private final UUID veto = UUID.randomUUID();

    @Test
    void whatFundingSaysClosesAndOpensTheWayToAwardsOnceEach() {
        aCommunity(territory);
        String body = aDepartmentOf(DISTRICT);
        String nominated = aNomination(body);
        try (ServiceTopic funding = new ServiceTopic()) {
            funding.says(imposedOn(ledger, veto, body, TODAY, TODAY.plusYears(1)), 3);
            awaitEligible(body, false);
            assertThat(stage(nominated)).isEqualTo("CANCELLED");
            funding.says(liftedOn(ledger, veto, body, TODAY), 2);
            awaitEligible(body, true);
            assertThat(told(jdbi, nominated)).hasSize(1);
        }
    }

    @Test
    void aLiftingThatOvertookItsVetoWaitsForIt() {
        aCommunity(territory);
        String body = aDepartmentOf(DISTRICT);
        String nominated = aNomination(body);
        try (ServiceTopic funding = new ServiceTopic()) {
            funding.says(liftedOn(UUID.randomUUID().toString(), veto, body, TODAY), 1);
            funding.says(imposedOn(ledger, veto, body, TODAY, TODAY.plusYears(1)), 1);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(stage(nominated)).isEqualTo("CANCELLED"));
            awaitEligible(body, true);
        }
    }

    private static void awaitEligible(String body, boolean eligible) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        given().get("/v1/award-eligibility/" + body).<Boolean>path("eligible"))
                .isEqualTo(eligible));
    }
}
