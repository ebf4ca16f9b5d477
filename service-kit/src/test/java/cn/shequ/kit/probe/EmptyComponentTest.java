package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.CITY;
import static cn.shequ.kit.probe.ProbeService.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class EmptyComponentTest {

    @Test
    void whereNothingIsMeasuredThereIsNoEmptyAnswer() {
        as(Roles.SYSTEM_INTEGRATOR, CITY).get("/v1/empty").then().statusCode(404);
        given().get("/v1/empty").then().statusCode(401);
        given().get("/q/openapi").then().statusCode(200).body(not(containsString("/v1/empty")));
    }
}
