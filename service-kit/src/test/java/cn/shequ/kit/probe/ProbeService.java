package cn.shequ.kit.probe;

import static io.restassured.RestAssured.given;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the kit's component tests have in common: a small territory and callers in it. */
public final class ProbeService {

    public static final DivisionCode CITY = DivisionCode.of("220100000000");
    public static final DivisionCode DISTRICT = DivisionCode.of("220102000000");
    public static final DivisionCode SUBDISTRICT = DivisionCode.of("220102001000");
    public static final DivisionCode COMMUNITY = DivisionCode.of("220102001001");
    public static final DivisionCode NEIGHBOUR = DivisionCode.of("220103000000");

    private ProbeService() {}

    public static void settle(TerritoryRecord territory) {
        LocalDate from = LocalDate.of(2011, 1, 1);
        territory.put(new Division(CITY, "长春市", DivisionLevel.CITY, "PREFECTURE_LEVEL_CITY", null, from, null));
        territory.put(new Division(DISTRICT, "南关区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY, from, null));
        territory.put(new Division(NEIGHBOUR, "宽城区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY, from, null));
        territory.put(
                new Division(SUBDISTRICT, "南岭街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT, from, null));
        territory.put(
                new Division(COMMUNITY, "社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", SUBDISTRICT, from, null));
    }

    public static RequestSpecification as(String role, DivisionCode division) {
        return as(role, division, null);
    }

    public static RequestSpecification as(String role, DivisionCode division, @Nullable String department) {
        return given().auth()
                .oauth2(Tokens.of("probe-" + role, List.of(role), division.value(), department))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID());
    }

    static Map<String, Object> probe(String name, String amount) {
        return Map.of("division", SUBDISTRICT, "name", name, "amount", amount);
    }
}
