package cn.shequ.admission.placement;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.check;
import static cn.shequ.admission.Given.officerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class FundingTopicComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private final UUID obligation = UUID.randomUUID();
    private String health = "";
    private String application = "";
    private UUID placement = new UUID(0, 0);

    @BeforeEach
    void aSignedTaskInOneCommunity() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
        application = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        placement = UUID.fromString(officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + application + "/placements")
                .path("items[0].id"));
    }

    private FundingTopic funding() {
        return new FundingTopic(placement, TODAY.getYear(), "3000.00");
    }

    @Test
    void whatFundingSaysOpensAndClosesTheDoorOnceEach() {
        try (FundingTopic funding = funding()) {
            funding.opened(obligation);
            funding.settled(obligation, 3);
            awaitPermitted(true);
            funding.reopened(obligation);
            awaitPermitted(false);
            assertThat(told("placement-activated")).isEqualTo(1);
            assertThat(told("placement-lapsed")).isEqualTo(1);
        }
    }

    @Test
    void aPaymentThatOvertookItsObligationWaitsForIt() {
        try (FundingTopic late = funding();
                FundingTopic early = funding()) {
            early.settled(obligation, 1);
            late.opened(obligation);
            awaitPermitted(true);
        }
    }

    private void awaitPermitted(boolean permitted) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        check(health, COMMUNITY, "PUBLIC_HEALTH").<Boolean>path("permitted"))
                .isEqualTo(permitted));
    }

    private int told(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM event_outbox
                        WHERE type = :type AND CAST(data AS jsonb) ->> 'application' = :application""")
                .bind("type", "cn.shequ.admission." + name + ".v1")
                .bind("application", application)
                .mapTo(Integer.class)
                .one());
    }
}
