package cn.shequ.workforce.volunteer;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.localstack.Tokens;
import cn.shequ.workforce.citizen.TestNumbers;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with a phone and an account, and what that phone sends. */
final class APerson {

    final String subject = UUID.randomUUID().toString();
    final String identityNumber;
    final Map<String, @Nullable Object> registration = new HashMap<>();
    private @Nullable String division;

    private APerson(LocalDate birthDate) {
        identityNumber = TestNumbers.bornOn(birthDate);
        registration.put("name", "欧阳小梅");
        registration.put("identityNumber", identityNumber);
        registration.put("phone", "13812345678");
        registration.put("category", "TEACHER");
        registration.put("skills", List.of("TUTORING", "FIRST_AID"));
        registration.put("availability", List.of("WEEKEND"));
        registration.put("consent", true);
    }

    static APerson grownUp() {
        return bornOn(LocalDate.of(1990, 3, 7));
    }

    static APerson bornOn(LocalDate birthDate) {
        return new APerson(birthDate);
    }

    APerson with(String field, @Nullable Object value) {
        registration.put(field, value);
        return this;
    }

    /** Wants to register there. */
    APerson in(DivisionCode community) {
        return with("community", community.value());
    }

    /** Has a token that names a division. */
    APerson residentOf(DivisionCode home) {
        division = home.value();
        return this;
    }

    RequestSpecification authenticated() {
        return RestAssured.given().auth().oauth2(Tokens.of(subject, List.of("resident"), division, null));
    }

    ValidatableResponse registers() {
        return registers(UUID.randomUUID().toString());
    }

    ValidatableResponse registers(String key) {
        return authenticated()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .body(registration)
                .post("/v1/volunteers")
                .then();
    }

    ValidatableResponse looks() {
        return authenticated().get("/v1/volunteers/me").then();
    }

    ValidatableResponse withdraws() {
        return authenticated().delete("/v1/volunteers/me").then();
    }
}
