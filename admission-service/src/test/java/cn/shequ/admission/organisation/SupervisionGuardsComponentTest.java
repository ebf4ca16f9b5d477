package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.organisation.Guard.refused;
import static cn.shequ.admission.organisation.Organising.COMMUNITY;
import static cn.shequ.admission.organisation.Organising.aCreditCode;
import static cn.shequ.admission.organisation.Organising.aFiled;
import static cn.shequ.admission.organisation.Organising.aRegistered;
import static cn.shequ.admission.organisation.Organising.anApplication;
import static cn.shequ.admission.organisation.Organising.district;
import static cn.shequ.admission.organisation.Organising.subdistrict;
import static cn.shequ.admission.organisation.Organising.supervise;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses of supervision, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-26")
class SupervisionGuardsComponentTest {

    private static final String BY_ACT = "moves by a new act of supervision";

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void erdao() {
        Given.theCity(territory);
        Organising.erdao(territory);
    }

    private static String act(String kind, String organisation) {
        return act(UUID.randomUUID().toString(), kind, organisation);
    }

    private static String act(String id, String kind, String organisation) {
        return "INSERT INTO supervision_action (id, kind, community, organisation_id, grounds, taken_by, taken_on)"
                + " VALUES ('" + id + "', '" + kind + "', '" + COMMUNITY + "', '" + organisation + "', 'x', 'raw', '"
                + TODAY + "')";
    }

    /** Taken as it should be. */
    private static String taken(String kind, String organisation) {
        return supervise(subdistrict(), Organising.act(kind, organisation))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String moved(String organisation, String stage, String act) {
        return "UPDATE organisation SET stage = '" + stage + "', supervision_id = '" + act + "' WHERE id = '"
                + organisation + "'";
    }

    private static String stage(String organisation, String stage) {
        return "UPDATE organisation SET stage = '" + stage + "' WHERE id = '" + organisation + "'";
    }

    @Test
    void nothingIsSuspendedRestoredOrStruckOffWithoutAnAct() {
        String filed = aFiled();
        refused(BY_ACT, stage(filed, "SUSPENDED"));
        refused(BY_ACT, stage(filed, "DEREGISTERED"));
        refused("is not carried out", act("SUSPENSION", filed));
        refused("is not carried out", act("EXIT", filed));
        refused("is not carried out", act("REGULATORY_TALK", anApplication()));
        refused("a joint action has several departments", act("JOINT_ACTION", filed));
        refused("rectification_has_a_deadline", act("RECTIFICATION", filed));
    }

    @Test
    void anActOfAnotherKindOrOfAnotherOrganisationMovesNothing() {
        String filed = aFiled();
        String act = UUID.randomUUID().toString();
        refused(BY_ACT, moved(filed, "SUSPENDED", taken("REGULATORY_TALK", filed)));
        refused("by no act of supervision", act(act, "REGULATORY_TALK", filed) + "; " + moved(filed, "SUSPENDED", act));
        refused("violates foreign key", act(act, "SUSPENSION", aFiled()) + "; " + moved(filed, "SUSPENDED", act));
    }

    @Test
    void whatIsSuspendedIsRestoredByANewActAlone() {
        String filed = aFiled();
        String suspension = taken("SUSPENSION", filed);
        String act = UUID.randomUUID().toString();
        refused(BY_ACT, stage(filed, "FILED"));
        refused(BY_ACT, "UPDATE organisation SET supervision_id = NULL WHERE id = '" + filed + "'");
        refused(BY_ACT, "UPDATE organisation SET stage = 'FILED', supervision_id = NULL WHERE id = '" + filed + "'");
        refused("by no act of supervision", act(act, "REGULATORY_TALK", filed) + "; " + moved(filed, "FILED", act));
        String restoration = taken("RESTORATION", filed);
        refused(BY_ACT, moved(filed, "SUSPENDED", suspension));
        taken("SUSPENSION", filed);
        refused(BY_ACT, moved(filed, "FILED", restoration));
        refused("permission denied", "INSERT INTO supervision_action (made_in) VALUES ('1')");
        refused("permission denied", "UPDATE supervision_action SET made_in = pg_current_xact_id()");
    }

    @Test
    void whatIsSuspendedReturnsToWhereItWas() {
        String registered = aRegistered(aCreditCode());
        supervise(district(), Organising.act("SUSPENSION", registered)).then().statusCode(201);
        String toFile = "UPDATE organisation SET track = 'FILED', filed_by = 'raw', filed_on = '" + TODAY + "'";
        String it = " WHERE id = '" + registered + "'";
        String act = UUID.randomUUID().toString();
        refused("keeps its track", toFile + it);
        refused(
                "keeps its track",
                act(act, "RESTORATION", registered) + "; " + toFile + ", stage = 'FILED', supervision_id = '" + act
                        + "'" + it);
        refused("track_fits_stage", act(act, "RESTORATION", registered) + "; " + moved(registered, "FILED", act));
        String filed = aFiled();
        refused("keeps its track", "UPDATE organisation SET track = 'REGISTERED' WHERE id = '" + filed + "'");
        refused("keeps its track", "UPDATE organisation SET filed_on = '2012-01-01' WHERE id = '" + filed + "'");
    }
}
