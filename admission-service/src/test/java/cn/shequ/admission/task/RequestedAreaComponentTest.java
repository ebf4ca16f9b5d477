package cn.shequ.admission.task;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aDraft;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many communities one application may ask for: a bound of the product. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
class RequestedAreaComponentTest {

    private static final String WIDE = "229900000000";

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void aSubdistrictWithOneCommunityMoreThanAnApplicationMayAskFor() {
        Given.theCity(territory);
        territory.put(division(WIDE, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT, null));
        communities(0, null);
    }

    /** Other tests count the communities of this district. */
    @AfterEach
    void itEndedYesterday() {
        communities(0, TODAY.minusDays(1));
        territory.put(division(WIDE, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT, TODAY.minusDays(1)));
    }

    @Test
    void oneCommunityTooManyIsRefusedWithBothNumbers() {
        String health = aDepartmentOf(DISTRICT);
        String id = aDraft(health, DISTRICT, aForm(health, WIDE));
        submit(health, DISTRICT, id)
                .then()
                .statusCode(422)
                .body("code", equalTo("too-many-communities"))
                .body("articles", nullValue())
                .body("figures.required", equalTo(5_000))
                .body("figures.actual", equalTo(5_001))
                .body("detail", equalTo("One application asks for at most 5000 communities; this one asks for 5001."));
        communities(RequestedArea.MOST_COMMUNITIES, TODAY.minusDays(1));
        submit(health, DISTRICT, id).then().statusCode(200).body("stage", equalTo("SUBMITTED"));
    }

    private void communities(int first, @Nullable LocalDate lastDay) {
        List<Division> communities = IntStream.rangeClosed(first, RequestedArea.MOST_COMMUNITIES)
                .mapToObj(number -> division(
                        String.valueOf(Long.parseLong(WIDE) + 1 + number),
                        DivisionLevel.COMMUNITY,
                        "URBAN_COMMUNITY",
                        WIDE,
                        lastDay))
                .toList();
        territory.putAll(communities);
    }

    private static Division division(
            String code, DivisionLevel level, String kind, String parent, @Nullable LocalDate lastDay) {
        return new Division(
                DivisionCode.of(code),
                "宽" + code,
                level,
                kind,
                DivisionCode.of(parent),
                LocalDate.of(2011, 1, 1),
                lastDay);
    }
}
