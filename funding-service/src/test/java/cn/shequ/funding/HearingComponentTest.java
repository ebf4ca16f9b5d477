package cn.shequ.funding;

import static cn.shequ.funding.Calls.DEPARTMENT;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.events.admission.TaskSigned;
import cn.shequ.events.facilities.DivisionChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service hears from others on Kafka, and what comes of it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class HearingComponentTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CITY = "490000000000";
    private static final String DISTRICT = "490002000000";
    private static final String STREET = "490002001000";
    private static final String COMMUNITY = "490002001001";

    @Test
    void ledgers_open_and_a_task_that_came_too_early_is_owed_once_its_community_is_known() {
        String placement = Ids.next().toString();
        TaskSigned.Funding due =
                new TaskSigned.Funding(TODAY.getYear(), "100.00", "20.00", "3.00", "123.00", TODAY.plusDays(10));
        String application = Ids.next().toString();
        TaskSigned task = new TaskSigned(
                application,
                DEPARTMENT,
                DISTRICT,
                "PUBLIC_HEALTH",
                DEPARTMENT,
                TODAY,
                TODAY.plusYears(1),
                TODAY,
                1,
                1,
                List.of(new TaskSigned.Placement(placement, COMMUNITY, List.of(due))));
        UUID id = UUID.randomUUID();
        try (OtherServices others = new OtherServices()) {
            others.say(id, task);
            others.say(division(CITY, "CITY", "PREFECTURE_LEVEL_CITY", null));
            others.say(division(DISTRICT, "COUNTY_LEVEL", "URBAN_DISTRICT", CITY));
            others.say(division(STREET, "TOWNSHIP_LEVEL", "SUBDISTRICT", DISTRICT));
            others.say(division(COMMUNITY, "COMMUNITY", "URBAN_COMMUNITY", STREET));
            others.say(id, task);

            await().atMost(SOON).until(() -> amounts(placement).equals(List.of("123.00")));
            String next = Ids.next().toString();
            others.say(new TaskSigned(
                    application,
                    DEPARTMENT,
                    DISTRICT,
                    "PUBLIC_HEALTH",
                    DEPARTMENT,
                    TODAY,
                    TODAY.plusYears(1),
                    TODAY,
                    1,
                    1,
                    List.of(new TaskSigned.Placement(next, COMMUNITY, List.of(due)))));
            await().atMost(SOON).until(() -> amounts(next).equals(List.of("123.00")));
        }
        assertThat(amounts(placement)).containsExactly("123.00");
        List<String> kinds = finance(DivisionCode.of(CITY)).get("/v1/ledgers").path("items.kind");
        assertThat(kinds).containsExactly("POOL", "POOL", "SPECIAL");
    }

    private static List<String> amounts(String placement) {
        return finance(DivisionCode.of(CITY))
                .get("/v1/obligations?placement=" + placement)
                .path("items.amountDue");
    }

    private static DivisionChanged division(String code, String level, String kind, String parent) {
        return new DivisionChanged(
                code, CITY, "区划" + code, null, level, kind, parent, LocalDate.of(2011, 12, 14), null);
    }
}
