package cn.shequ.facilities;

import static io.restassured.RestAssured.given;

import cn.shequ.localstack.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A city of its own for each test: the real divisions of Changchun under codes that no other test uses, so that no
 * test sees what another one did.
 */
public final class City {

    /** The day the policy was issued; all of the territory is on record from then on. */
    public static final String SINCE = "2011-12-14";

    private static final AtomicInteger CITIES = new AtomicInteger(3_000);
    private static final String CHANGCHUN = table();

    private final String prefix = Integer.toString(CITIES.incrementAndGet());

    private City() {}

    /** A city that nobody has heard of yet. */
    public static City unheardOf() {
        return new City();
    }

    /** A city with two districts (南关区, 宽城区), a subdistrict in each, and their communities, on record. */
    public static City small() {
        City city = new City();
        city.admin()
                .queryParam("validFrom", SINCE)
                .body(city.smallTable())
                .post("/v1/divisions/imports")
                .then()
                .statusCode(200);
        return city;
    }

    /** The 881 rows. */
    public String wholeTable() {
        return CHANGCHUN.replaceAll("(?m)(^|,)2201", "$1" + prefix);
    }

    /** Some of them. */
    public String smallTable() {
        StringBuilder rows = new StringBuilder();
        for (String row : CHANGCHUN.lines().toList()) {
            if (row.matches("code,.*|220100000000,.*|22010[23]000000,.*|220102001.*|220103002.*|220102005.*")) {
                rows.append(row).append('\n');
            }
        }
        return rows.toString().replaceAll("(?m)(^|,)2201", "$1" + prefix);
    }

    /** This city's code for one of Changchun's. */
    public String code(String changchun) {
        return prefix + changchun.substring(4);
    }

    public String code() {
        return code("220100000000");
    }

    public String nanguan() {
        return code("220102000000");
    }

    public String nanling() {
        return code("220102001000");
    }

    public String huayang() {
        return code("220102001001");
    }

    public String kuancheng() {
        return code("220103000000");
    }

    public RequestSpecification admin() {
        return as("platform-admin", code()).contentType("text/csv; charset=UTF-8");
    }

    /** Somebody of a role in a division, reading English. */
    public static RequestSpecification as(String role, String division) {
        return given().auth()
                .oauth2(Tokens.of(UUID.randomUUID().toString(), List.of(role), division, null))
                .header("Accept-Language", "en");
    }

    /** As {@link #as}, with a command under a key of its own. */
    public static RequestSpecification command(String role, String division) {
        return as(role, division)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String table() {
        try (InputStream csv = City.class.getResourceAsStream("/territory/changchun-divisions.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
