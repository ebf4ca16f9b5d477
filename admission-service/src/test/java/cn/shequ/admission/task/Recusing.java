package cn.shequ.admission.task;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;

import cn.shequ.kit.security.Roles;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** How the tests have somebody recused. */
final class Recusing {

    private Recusing() {}

    static Response recuse(RequestSpecification caller, String application, UUID person) {
        return caller.body(Map.of("person", person, "reason", "申请单位负责人的近亲属"))
                .post("/v1/task-applications/" + application + "/recusals");
    }

    /** A member says so. */
    static Response recuses(int number, String division, String application) {
        UUID person = member(number, division);
        return recuse(as(person, Roles.LEADING_GROUP_MEMBER, division, null), application, person);
    }

    /** Three of five are recused: two are no quorum. */
    static void passUp(String application) {
        for (int number = 1; number <= 3; number++) {
            recuse(office(DISTRICT), application, member(number, DISTRICT))
                    .then()
                    .statusCode(200);
        }
    }
}
