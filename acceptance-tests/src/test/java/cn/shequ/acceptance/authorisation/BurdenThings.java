package cn.shequ.acceptance.authorisation;

import cn.shequ.acceptance.BurdenRegister;
import cn.shequ.localstack.flow.City;
import java.util.Map;

/** What rows of the matrix name of the burden register and of consultations. */
final class BurdenThings {

    private BurdenThings() {}

    static Map<String, String> of(City city) {
        return Map.of(
                "demand",
                BurdenRegister.refused(city).text("/attemptId"),
                "catalogueForm",
                BurdenRegister.form(city, "x", "x").text("/id"),
                "exemption",
                BurdenRegister.exemption(city, "x").text("/id"),
                "decidedExemption",
                decided(city),
                "consultation",
                BurdenRegister.toldNanling(city, "x", 7).expect(201).text("/id"));
    }

    private static String decided(City city) {
        String exemption = BurdenRegister.exemption(city, "y").text("/id");
        city.as("office-nanguan")
                .post("/admission/v1/demand-exemptions/" + exemption + "/approval", Map.of())
                .expect(200);
        return exemption;
    }
}
