package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leading groups name who answers for community building (Art. 34), and every body has its part in it (Art. 35). */
class LeadingGroupIT {

    private static final City CITY = SuiteUnderTest.city();

    /** 民康街道 and 新春街道 of Nanguan, to which the story does not come. */
    private static final String MINKANG = "220102003000";

    private static final String XINCHUN = "220102004000";

    private static final String SECRETARY = "00000000-0000-4000-8000-000000000034";

    @Test
    @Tag("art-34-allows")
    void aStreetSetsUpItsGroupAndIsNotMissingAnyMore() {
        SuiteUnderTest.story().signed();
        assertThat(covered(MINKANG).path("lacks").get(0).asText()).isEqualTo("GROUP");

        Answer formed = formed(MINKANG, SECRETARY).expect(201);

        assertThat(formed.text("/level")).isEqualTo("TOWNSHIP_LEVEL");
        assertThat(formed.text("/directlyResponsible/person")).isEqualTo(SECRETARY);
        assertThat(covered(MINKANG).path("inOffice").asBoolean()).isTrue();
        assertThat(covered(Places.NANGUAN).path("inOffice").asBoolean()).isTrue();
        assertThat(covered(Places.NANGUAN).path("lacks").toString()).doesNotContain("RESPONSIBLE_PERSON");
    }

    @Test
    @Tag("art-34-refuses")
    void aGroupThatNamesNobodyResponsibleIsNotSetUp() {
        SuiteUnderTest.story().signed();

        Answer refused = formed(XINCHUN, null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("responsible-person-not-named");
        assertThat(refused.articles()).containsExactly(34);
        assertThat(refused.text("/errors/0/field")).isEqualTo("directlyResponsible");
        assertThat(covered(XINCHUN).path("inOffice").asBoolean()).isFalse();
    }

    @Test
    @Tag("art-35-allows")
    void civilAffairsLeadsAndTheRosterShowsWhoIsMissing() {
        SuiteUnderTest.story().signed();

        JsonNode roster = roster();

        assertThat(roster.path("required").asInt()).isEqualTo(23);
        assertThat(roster.path("present").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(bodyOf(roster, "CIVIL_AFFAIRS")).isEqualTo(Places.CIVIL_AFFAIRS);
        // Two functions of the article, one body since the reform of 2018.
        assertThat(bodyOf(roster, "HEALTH")).isEqualTo(Places.HEALTH);
        assertThat(bodyOf(roster, "POPULATION_AND_FAMILY_PLANNING")).isEqualTo(Places.HEALTH);
        assertThat(line(roster, "CHARITY").path("missing").asBoolean()).isTrue();
    }

    @Test
    @Tag("art-35-refuses")
    void nobodyElseTakesTheLeadAndNobodyAnotherPart() {
        SuiteUnderTest.story().signed();

        Answer lead = registered("OTHER_DEPARTMENT", "CIVIL_AFFAIRS");
        assertThat(lead.status()).isEqualTo(422);
        assertThat(lead.text("/code")).isEqualTo("category-does-not-fit");
        assertThat(lead.articles()).containsExactly(35);
        assertThat(lead.text("/figures/required")).isEqualTo("LEAD_DEPARTMENT");
        assertThat(lead.text("/figures/actual")).isEqualTo("OTHER_DEPARTMENT");

        Answer policy = registered("COOPERATING_DEPARTMENT", "TAXATION");
        assertThat(policy.articles()).containsExactly(35);
        assertThat(policy.text("/figures/required")).isEqualTo("POLICY_DEPARTMENT");
        assertThat(bodyOf(roster(), "CIVIL_AFFAIRS")).isEqualTo(Places.CIVIL_AFFAIRS);
        assertThat(line(roster(), "TAXATION").path("missing").asBoolean()).isTrue();
    }

    private static Answer formed(String division, @Nullable String responsible) {
        Map<String, Object> composition = new HashMap<>(Map.of(
                "hostDepartment",
                Places.CIVIL_AFFAIRS,
                "principalLeader",
                "00000000-0000-4000-8000-000000000035",
                "validFrom",
                "2011-12-14",
                "members",
                List.of(Map.of("person", "00000000-0000-4000-8000-000000000036", "termFrom", "2011-12-14"))));
        if (responsible != null) {
            composition.put("directlyResponsible", Map.of("person", responsible, "termFrom", "2011-12-14"));
        }
        return CITY.as("office-nanguan")
                .post("/admission/v1/leading-groups", Map.of("division", division, "composition", composition));
    }

    private static JsonNode covered(String division) {
        return CITY.as("office-nanguan")
                .get("/admission/v1/leading-group-coverage?limit=1&division=" + division)
                .expect(200)
                .json()
                .at("/items/0");
    }

    private static JsonNode roster() {
        return CITY.anybody()
                .get("/admission/v1/cooperation-roster?division=" + Places.NANGUAN)
                .expect(200)
                .json();
    }

    private static JsonNode line(JsonNode roster, String function) {
        return StreamSupport.stream(roster.path("functions").spliterator(), false)
                .filter(line -> line.path("function").asText().equals(function))
                .findFirst()
                .orElseThrow();
    }

    private static String bodyOf(JsonNode roster, String function) {
        return line(roster, function).at("/body/creditCode").asText();
    }

    private static Answer registered(String category, String function) {
        return CITY.as("civil-affairs-nanguan")
                .post(
                        "/admission/v1/departments",
                        Map.of(
                                "creditCode",
                                "11220102DEM0000496",
                                "division",
                                Places.NANGUAN,
                                "nameZh",
                                "演示单位",
                                "category",
                                category,
                                "affiliationLevel",
                                "COUNTY_LEVEL",
                                "functions",
                                List.of(function)));
    }
}
