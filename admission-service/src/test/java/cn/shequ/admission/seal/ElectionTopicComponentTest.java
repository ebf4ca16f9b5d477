package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.seal.ElectionSays.electedOn;
import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aSealOf;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.due;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.admission.Given;
import cn.shequ.admission.ServiceTopic;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Elections as they come from workforce's topic: more than once, and in another order than they were held. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class ElectionTopicComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private final UUID earlier = UUID.randomUUID();
    private final UUID later = UUID.randomUUID();
    private String community = "";

    @BeforeEach
    void aSealSinceLastMonth() {
        Given.theCity(territory);
        community = aCommunity(territory);
        aSealOf(community, TODAY.minusDays(30));
    }

    @Test
    void whatIsToldTwiceIsDueOnce() {
        try (ServiceTopic workforce = new ServiceTopic()) {
            workforce.says(electedOn(earlier, community, TODAY.minusDays(2)), 3);
            workforce.says(electedOn(earlier, community, TODAY.minusDays(2)), 1);
            awaitKnown(1);
            assertThat(due(clerk(community), "")).containsExactly(earlier.toString());
            // It would wait for ever behind a repetition that was poisonous.
            workforce.says(electedOn(later, community, TODAY.minusDays(1)), 1);
            awaitKnown(2);
            assertThat(due(clerk(community), "")).containsExactly(later.toString());
        }
    }

    @Test
    void aLaterElectionTakesThePlaceOfAnEarlierOneWhicheverIsToldFirst() {
        String inOrder = aCommunity(territory);
        aSealOf(inOrder, TODAY.minusDays(30));
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        try (ServiceTopic workforce = new ServiceTopic()) {
            workforce.says(electedOn(later, community, TODAY.minusDays(2)), 1);
            workforce.says(electedOn(earlier, community, TODAY.minusDays(20)), 1);
            workforce.says(electedOn(first, inOrder, TODAY.minusDays(20)), 1);
            workforce.says(electedOn(second, inOrder, TODAY.minusDays(2)), 1);
            awaitKnown(2);
            assertThat(due(clerk(community), "")).containsExactly(later.toString());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(due(clerk(inOrder), "")).containsExactly(second.toString()));
        }
    }

    private void awaitKnown(int elections) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(known()).hasSize(elections));
    }

    private List<UUID> known() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT term FROM committee_election WHERE community = :community")
                        .bind("community", community)
                        .mapTo(UUID.class)
                        .list());
    }
}
