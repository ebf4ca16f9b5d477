package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The office coordinates a refusal in time; after that the principal leader decides (Art. 4). */
class RefusalIT {

    private static final String REFUSALS = "/admission/v1/refusals";
    private static final City CITY = SuiteUnderTest.city();

    private final City.Visitor office = CITY.as("office-nanguan");
    private final City.Visitor leader = CITY.as("leader-nanguan");

    @Test
    @Tag("art-4-allows")
    @Tag("art-4-refuses")
    void whatIsCoordinatedInTimeIsTheOfficesAndWhatIsOverdueTheLeaders() throws SQLException {
        SuiteUnderTest.story().refused();
        String inTime = refused("要求社区每月统计并上报");
        Answer early = withdrawn(leader, inTime);
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.text("/code")).isEqualTo("refusal-lies-with-office");
        assertThat(withdrawn(office, inTime).expect(200).text("/closedAs")).isEqualTo("OFFICE");

        String overdue = refused("要求社区每季度统计并上报");
        elevenDaysAgo(overdue);
        assertThat(leader.get(REFUSALS + "?overdue=true&limit=200")
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .contains(overdue)
                .doesNotContain(inTime);
        Answer late = withdrawn(office, overdue);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text("/code")).isEqualTo("refusal-lies-with-leader");
        assertThat(withdrawn(CITY.as("leader-city"), overdue).status()).isEqualTo(403);
        assertThat(withdrawn(leader, overdue).expect(200).text("/closedAs")).isEqualTo("PRINCIPAL_LEADER");

        JsonNode counted = counts("office-nanguan");
        assertThat(counted.path("upheld").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(counted.path("overdue").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(counts("office-kuancheng").isMissingNode()).isTrue();
    }

    /** Two alike would be one command that was repeated. */
    private static String refused(String demanded) {
        return CITY.as("community-huayang")
                .post(
                        REFUSALS,
                        Map.of(
                                "community",
                                Places.HUAYANG,
                                "demandingBody",
                                Map.of("creditCode", Places.EDUCATION),
                                "matter",
                                "COMMUNITY_EDUCATION",
                                "demanded",
                                demanded,
                                "grounds",
                                "NOT_ADMITTED"))
                .expect(201)
                .text("/id");
    }

    private static Answer withdrawn(City.Visitor visitor, String refusal) {
        return visitor.post(REFUSALS + "/" + refusal + "/outcome", Map.of("outcome", "DEMAND_WITHDRAWN"));
    }

    /** The term runs for ten days and to a business day, so it is over when it began that much earlier and ended yesterday. */
    private static void elevenDaysAgo(String refusal) throws SQLException {
        try (Connection owner = SuiteUnderTest.processes()
                        .addresses()
                        .requireDatabases()
                        .asOwner("admission");
                PreparedStatement earlier = owner.prepareStatement("""
                        UPDATE demand_refusal
                        SET refused_on = refused_on - 11, coordinate_by = refused_on - 1, provisional = false
                        WHERE id = ?""")) {
            earlier.setObject(1, UUID.fromString(refusal));
            assertThat(earlier.executeUpdate()).isEqualTo(1);
        }
    }

    /** What the office is told of the education bureau, over the last month. */
    private static JsonNode counts(String office) {
        String from = SuiteUnderTest.story().today().minusMonths(1).toString();
        String to = SuiteUnderTest.story().today().toString();
        for (JsonNode item : CITY.as(office)
                .get(REFUSALS + "/counts?limit=200&from=" + from + "&to=" + to)
                .expect(200)
                .json()
                .path("items")) {
            if (item.path("demandingBody").asText().equals(Places.EDUCATION)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
