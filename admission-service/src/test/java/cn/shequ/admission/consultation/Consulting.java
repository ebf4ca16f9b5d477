package cn.shequ.admission.consultation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;

import cn.shequ.kit.security.Roles;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.Map;

/** Bodies that start something in Yunshan, and its office. */
final class Consulting {

    static final Map<String, Object> COMPANY = Map.of("name", "某某公司", "level", "CITY");

    private Consulting() {}

    static Map<String, Object> action(String division, LocalDate startsOn) {
        return Map.of("division", division, "action", "学校周边交通整治", "place", "云山大街", "startsOn", startsOn.toString());
    }

    static Response tell(String department, String division, LocalDate startsOn) {
        return officerOf(department, SHUANGYANG)
                .body(action(division, startsOn))
                .post("/v1/consultations");
    }

    static String aTold(String department) {
        return tell(department, YUNSHAN, TODAY.plusDays(20))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static RequestSpecification subdistrict() {
        return as(Roles.SUBDISTRICT_OFFICER, YUNSHAN);
    }

    static Response answer(RequestSpecification caller, String id, Map<String, Object> answer) {
        return caller.body(answer).post("/v1/consultations/" + id + "/answer");
    }

    static Response record(String division, Map<String, Object> body, LocalDate startedOn) {
        return subdistrict()
                .body(Map.of(
                        "division",
                        division,
                        "actingBody",
                        body,
                        "action",
                        "占道施工",
                        "place",
                        "云山大街",
                        "startedOn",
                        startedOn.toString()))
                .post("/v1/consultations/unnotified");
    }
}
