package cn.shequ.admission.campaign;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.award.Awarding.DISTRICT;
import static cn.shequ.admission.award.Awarding.aCommunity;
import static cn.shequ.admission.campaign.Campaigning.aCampaign;
import static cn.shequ.admission.campaign.Campaigning.anEntry;
import static cn.shequ.admission.campaign.Campaigning.review;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.award.VetoSays;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-16")
@Tag("art-30")
class AwardGuardsComponentTest {

    private static final String NOMINATED =
            "INSERT INTO award (id, kind, division, year, title, nominee, place, grounds,"
                    + " stage, nominated_by, nominated_on) VALUES ('%s', 'COMMENDATION', '" + DISTRICT
                    + "', 2026, 'raw', '%s',"
                    + " '%s', 'x', 'NOMINATED', 'raw', '" + TODAY + "')";
    private static final String GRANTED =
            "UPDATE award SET stage = 'GRANTED', granted_on = '" + TODAY + "' WHERE id = '%s'";
    private static final String VETO = "INSERT INTO veto (id, violation, body, valid_from, valid_to, rule) VALUES"
            + " (gen_random_uuid(), gen_random_uuid(), '%s', '" + TODAY + "', '" + TODAY.plusDays(9) + "', 'x@1')";

    @Inject
    TerritoryRecord territory;

    @Inject
    VetoSays funding;

    private final UUID id = UUID.randomUUID();
    private String community = "";

    @BeforeEach
    void aCommunityOfTheDistrict() {
        community = aCommunity(territory);
    }

    private String nominated() {
        return NOMINATED.formatted(id, community, community);
    }

    @Test
    void nobodyUnderAVetoIsNominatedOrGetsAnything() {
        refused("leaves an award", nominated() + "; " + VETO.formatted(community));
        refused("leaves an award", nominated() + "; " + GRANTED.formatted(id) + "; " + VETO.formatted(community));
        refused("is under a one-vote veto", VETO.formatted(community) + "; " + nominated());
        refused(
                "is under a one-vote veto",
                VETO.formatted(community) + "; " + nominated().replace("'" + TODAY + "'", "'2020-01-01'"));
        refused(
                "is under a one-vote veto",
                nominated() + "; " + VETO.formatted(community) + "; " + GRANTED.formatted(id));
        String entry = anEntry(community, aCampaign("SAFE"));
        funding.imposed(UUID.randomUUID(), community, TODAY, TODAY.plusDays(9));
        refused("stays", GRANTED.formatted(entry));
        refused("is under a one-vote veto", nominated());
    }

    @Test
    void onlyAVetoOfTheNomineeCancelsAndOnlyWhatWasGivenIsWithdrawn() {
        String other = aCommunity(territory);
        String ended = "; UPDATE award SET ended_on = '" + TODAY + "', reason = 'x', stage = ";
        String which = " WHERE id = '" + id + "'";
        String cancelled = ended + "'CANCELLED', veto = (SELECT v.id FROM veto v WHERE v.body = '%s')";
        refused("was never given", nominated() + ended + "'WITHDRAWN', granted_on = '" + TODAY + "'" + which);
        refused(
                "was never given",
                nominated() + "; " + VETO.formatted(community) + cancelled.formatted(community) + ", granted_on = '"
                        + TODAY + "'" + which);
        refused("does not reach", nominated() + "; " + VETO.formatted(other) + cancelled.formatted(other) + which);
    }

    @Test
    void noAwardBeginsWithoutNomination() {
        refused("begins with a nomination", nominated().replace("'NOMINATED'", "'GRANTED'"));
    }

    @Test
    void pointsDecideOnATitleAndNothingElse() {
        String entry = anEntry(community, aCampaign("HAPPY"));
        String found = "UPDATE campaign_entry SET reviewed_by = 'r', reviewed_on = '" + TODAY + "' WHERE id = '" + entry
                + "'; UPDATE campaign_points SET found = %d WHERE entry_id = '" + entry + "'; ";
        String declined = "UPDATE award SET stage = 'DECLINED', ended_on = '" + TODAY + "' WHERE id = '" + entry + "'";
        refused("do not lead to GRANTED", GRANTED.formatted(entry));
        refused("do not lead to DECLINED", declined);
        refused("do not lead to GRANTED", found.formatted(39) + GRANTED.formatted(entry));
        refused("do not lead to DECLINED", found.formatted(40) + declined);
        refused("campaign_points", found.formatted(41));
        refused(
                "never_one_person",
                "UPDATE campaign_entry SET reviewed_by = assessed_by, reviewed_on = '" + TODAY + "' WHERE id = '"
                        + entry + "'");
    }

    @Test
    void whatIsOnRecordStays() {
        String entry = anEntry(community, aCampaign("CIVILISED"));
        review(entry, 60, 40).then().statusCode(200);
        refused("stays", "UPDATE award SET stage = 'NOMINATED', granted_on = NULL WHERE id = '" + entry + "'");
        refused("stays", "UPDATE award SET reason = 'raw' WHERE id = '" + entry + "'");
        refused("is reviewed", "UPDATE campaign_entry SET reviewed_by = 'raw' WHERE id = '" + entry + "'");
        refused("are found", "UPDATE campaign_points SET found = 0 WHERE entry_id = '" + entry + "'");
        refused("permission denied", "UPDATE award SET nominee = place WHERE id = '" + entry + "'");
        refused("permission denied", "UPDATE campaign SET points_required = 1");
        refused("permission denied", "UPDATE veto SET valid_to = '2999-01-01'");
        refused("permission denied", "DELETE FROM veto");
    }

    @Test
    void whatACampaignAsksForIsFixedAndALiftedVetoStaysLifted() {
        String campaign = aCampaign("HARMONIOUS");
        refused("do not add up", "INSERT INTO campaign_criterion VALUES ('" + campaign + "', 3, 'x', 10)");
        UUID veto = UUID.randomUUID();
        funding.imposed(veto, community, TODAY, TODAY.plusDays(9));
        funding.lifted(veto, community, TODAY);
        refused("was lifted on", "UPDATE veto SET lifted_on = NULL WHERE id = '" + veto + "'");
    }

    private static void refused(String words, String statement) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("admission")) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(statement);
            connection.commit();
        }
    }
}
