package cn.shequ.workforce.committee;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Elections as a subdistrict office records them. */
final class Electing {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Electing() {}

    static RequestSpecification as(String role, DivisionCode division) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(role + "-" + division, List.of(role), division.value(), null))
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }

    /** One director, two deputies and four members. */
    static Map<String, Object> anElection(DivisionCode community, LocalDate on) {
        return new HashMap<>(Map.of(
                "community",
                community.value(),
                "electedOn",
                on.toString(),
                "deputies",
                2,
                "members",
                4,
                "resultTitle",
                "居民委员会选举结果公告（演示）",
                "resultNumber",
                "选〔2026〕1号"));
    }

    static Map<String, Object> with(Map<String, Object> election, String field, Object value) {
        election.put(field, value);
        return election;
    }

    static ValidatableResponse records(DivisionCode subdistrict, Map<String, Object> election) {
        return records(subdistrict, election, UUID.randomUUID().toString());
    }

    static ValidatableResponse records(DivisionCode subdistrict, Map<String, Object> election, String key) {
        return as(Roles.SUBDISTRICT_OFFICER, subdistrict)
                .header("Idempotency-Key", key)
                .body(election)
                .post("/v1/committee-terms")
                .then();
    }
}
