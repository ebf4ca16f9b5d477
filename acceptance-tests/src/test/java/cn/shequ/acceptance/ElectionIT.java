package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An election that workforce records makes the handover of the committee's seal due in admission (Art. 8). */
class ElectionIT {

    private static final City CITY = SuiteUnderTest.city();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DUE = "/admission/v1/due-seal-handovers?limit=200&division=" + Places.NANLING;
    private static final String CUSTODIAN = "00000000-0000-4000-8000-000000000121";
    private static final String NEXT_CUSTODIAN = "00000000-0000-4000-8000-000000000122";

    private final City.Visitor office = CITY.as("officer-nanling");

    @Test
    @Tag("art-8-allows")
    void afterAnElectionTheSealIsDueUntilItIsHandedOver() throws SQLException {
        SuiteUnderTest.story().signed();
        LocalDate yesterday = SuiteUnderTest.story().today().minusDays(1);
        String seal = office.post("/admission/v1/seals", Map.of("community", Places.HENGAN, "custodian", CUSTODIAN))
                .expect(201)
                .text("/id");
        issuedBefore(seal, yesterday);
        Answer tooSmall = Election.recorded(CITY, Places.HENGAN, yesterday, 1);
        assertThat(tooSmall.status()).isEqualTo(422);
        assertThat(tooSmall.text("/code")).isEqualTo("committee-too-small");

        Answer elected = Election.recorded(CITY, Places.HENGAN, yesterday).expect(201);
        String term = elected.text("/id");
        assertThat(elected.json().path("number").asInt()).isEqualTo(11);
        assertThat(CITY.as("community-hengan")
                        .get("/workforce/v1/committee-terms?community=" + Places.HENGAN)
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .containsExactly(term);

        Answer due = City.eventually("the seal of Heng'an is due", PATIENCE, () -> {
            Answer list = office.get(DUE).expect(200);
            return terms(list).contains(term) ? list : null;
        });
        assertThat(due.json().findValuesAsText("seal")).contains(seal);
        assertThat(office.get("/admission/v1/seals/" + seal).expect(200).text("/handoverDue/dueOn"))
                .isEqualTo(yesterday.plusDays(10).toString());
        assertThat(terms(CITY.as("officer-zhanqian").get(DUE).expect(200))).isEmpty();

        office.post("/admission/v1/seals/" + seal + "/handover", Map.of("custodian", NEXT_CUSTODIAN, "reason", "居委会换届"))
                .expect(200);
        assertThat(terms(office.get(DUE).expect(200))).doesNotContain(term);
    }

    private static List<String> terms(Answer list) {
        return list.json().findValuesAsText("term");
    }

    /** Nothing is issued in the past; the seal of the committee before was. */
    private static void issuedBefore(String seal, LocalDate day) throws SQLException {
        try (Connection owner = SuiteUnderTest.processes()
                        .addresses()
                        .requireDatabases()
                        .asOwner("admission");
                PreparedStatement earlier = owner.prepareStatement("UPDATE seal SET issued_on = ? WHERE id = ?")) {
            earlier.setObject(1, day.minusDays(30));
            earlier.setObject(2, UUID.fromString(seal));
            assertThat(earlier.executeUpdate()).isEqualTo(1);
        }
    }
}
