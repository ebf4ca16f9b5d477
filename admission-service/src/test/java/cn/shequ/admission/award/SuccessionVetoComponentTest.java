package cn.shequ.admission.award;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.award.Awarding.DISTRICT;
import static cn.shequ.admission.award.Awarding.aCommunity;
import static cn.shequ.admission.award.Awarding.aNomination;
import static cn.shequ.admission.award.Awarding.grant;
import static cn.shequ.admission.award.Awarding.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.burden.Burdens;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who takes the place of a body under a veto is under it at once. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-16")
class SuccessionVetoComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    VetoSays funding;

    private final UUID veto = UUID.randomUUID();
    private String body = "";

    @BeforeEach
    void aBodyOfTheDistrict() {
        aCommunity(territory);
        body = aDepartmentOf(DISTRICT);
    }

    private void impose() {
        funding.imposed(veto, body, TODAY, TODAY.plusYears(1).minusDays(1));
    }

    private static void succeed(String old, String next) {
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", next))
                .post("/v1/departments/" + old + "/succession")
                .then()
                .statusCode(200);
    }

    @Test
    void aSuccessionLeavesTheNominationsOfBodiesUnderNoVeto() {
        String successor = aDepartmentOf(DISTRICT);
        String standing = aNomination(successor);
        funding.imposed(veto, body, TODAY.minusYears(1), TODAY.minusDays(1));
        succeed(body, successor);
        assertThat(stage(standing)).isEqualTo("NOMINATED");
        grant(standing).then().statusCode(200);
    }

    /** Whichever comes first, the successor stands for nothing afterwards. */
    @RepeatedTest(3)
    void ofAVetoAndASuccessionAtTheSameMomentBothTakeEffect() {
        String successor = aDepartmentOf(DISTRICT);
        String standing = aNomination(successor);
        CompletableFuture<Void> vetoing = CompletableFuture.runAsync(this::impose);
        CompletableFuture<Void> succeeding = CompletableFuture.runAsync(() -> succeed(body, successor));
        CompletableFuture.allOf(vetoing, succeeding).join();
        assertThat(stage(standing)).isEqualTo("CANCELLED");
    }

    @Test
    void theDatabaseLeavesNoSuccessorUnderAVetoNominated() {
        impose();
        String successor = aDepartmentOf(DISTRICT);
        aNomination(successor);
        assertThatThrownBy(() -> Burdens.raw("UPDATE department SET succeeded_by = '" + successor
                        + "', succeeded_on = '" + TODAY + "' WHERE credit_code = '" + body + "'"))
                .hasStackTraceContaining("and nominated");
    }
}
