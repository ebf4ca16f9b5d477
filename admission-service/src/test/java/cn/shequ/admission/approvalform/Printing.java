package cn.shequ.admission.approvalform;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** How the tests print a form and check a print. */
final class Printing {

    private Printing() {}

    static Response print(RequestSpecification reader, String application) {
        return reader.get("/v1/task-applications/" + application + "/approval-form");
    }

    static byte[] printed(RequestSpecification reader, String application) {
        return print(reader, application).then().statusCode(200).extract().asByteArray();
    }

    static String code(RequestSpecification reader, String application) {
        return ReadPdf.code(printed(reader, application));
    }

    /** By somebody without a token. */
    static ValidatableResponse verify(String code) {
        return given().header("Accept-Language", "en")
                .get("/v1/approval-form-verifications/" + code)
                .then();
    }
}
