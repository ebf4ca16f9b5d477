package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.CITY;
import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.NEIGHBOUR;
import static cn.shequ.kit.probe.ProbeService.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.security.Roles;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class TrailComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private final String path = "/v1/probes/" + UUID.randomUUID();

    @BeforeEach
    void settle() {
        ProbeService.settle(territory);
    }

    @Test
    void whatACallerReadOrWasRefusedIsFoundByAnAuditorOfTheTerritory() {
        as(Roles.FINANCE_OFFICER, DISTRICT).get(path).then().statusCode(404);
        as(Roles.RESIDENT, DISTRICT).get(path).then().statusCode(403);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(2));
        assertThat(as(Roles.AUDITOR, CITY)
                        .get("/v1/audit-trail?resource=" + path)
                        .<List<String>>path("items.problem"))
                .containsExactlyInAnyOrder("not-found", "forbidden-role");
        assertThat(entries(NEIGHBOUR)).isEmpty();
    }

    @Test
    void onlyAnAuditorSearchesIt() {
        as(Roles.PLATFORM_ADMIN, CITY).get("/v1/audit-trail").then().statusCode(403);
    }

    @Test
    void theServiceItselfCannotChangeIt() {
        for (String sql :
                List.of("UPDATE audit_trail SET status = 200", "DELETE FROM audit_trail", "TRUNCATE audit_trail")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                    .hasMessageContaining("permission denied");
        }
    }

    private List<Object> entries(DivisionCode division) {
        return as(Roles.AUDITOR, division)
                .get("/v1/audit-trail?resource=" + path)
                .path("items");
    }
}
