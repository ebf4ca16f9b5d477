package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.organisation.Organising.ERDAO;
import static cn.shequ.admission.organisation.Organising.aCase;
import static cn.shequ.admission.organisation.Organising.aFiled;
import static cn.shequ.admission.organisation.Organising.aName;
import static cn.shequ.admission.organisation.Organising.act;
import static cn.shequ.admission.organisation.Organising.conclude;
import static cn.shequ.admission.organisation.Organising.rectification;
import static cn.shequ.admission.organisation.Organising.subdistrict;
import static cn.shequ.admission.organisation.Organising.supervise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stays open after it was taken is concluded once, late as well; the rest is done at once. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-26")
class SupervisionStateComponentTest {

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void erdao() {
        Given.theCity(territory);
        Organising.erdao(territory);
    }

    /** Written a second time, so that the kinds cannot agree with themselves alone. */
    private static SupervisionState expectedAfterIt(SupervisionKind kind) {
        return switch (kind) {
            case RECTIFICATION, ILLEGAL_ORGANISATION -> SupervisionState.OPEN;
            case JOINT_ACTION, REGULATORY_TALK, SUSPENSION, RESTORATION, EXIT -> SupervisionState.DONE;
        };
    }

    private static boolean isConcluded(SupervisionState state) {
        return switch (state) {
            case OPEN, OVERDUE -> true;
            case DONE -> false;
        };
    }

    /** By the subdistrict office, of an organisation on its file. */
    private static String taken(SupervisionKind kind) {
        return switch (kind) {
            case JOINT_ACTION ->
                id(supervise(subdistrict(), act("JOINT_ACTION", aFiled(), aDepartmentOf(ERDAO), aDepartmentOf(ERDAO))));
            case REGULATORY_TALK -> id(supervise(subdistrict(), act("REGULATORY_TALK", aFiled())));
            case RECTIFICATION -> rectification(aFiled());
            case SUSPENSION -> id(supervise(subdistrict(), act("SUSPENSION", aFiled())));
            case RESTORATION -> {
                String organisation = aFiled();
                id(supervise(subdistrict(), act("SUSPENSION", organisation)));
                yield id(supervise(subdistrict(), act("RESTORATION", organisation)));
            }
            case EXIT -> id(supervise(subdistrict(), act("EXIT", aFiled())));
            case ILLEGAL_ORGANISATION -> id(supervise(subdistrict(), aCase(aName())));
        };
    }

    private static String id(Response taken) {
        return taken.then().statusCode(201).extract().path("id");
    }

    private static String aRectification(SupervisionState state) {
        String action = rectification(aFiled());
        switch (state) {
            case OPEN -> {}
            case OVERDUE ->
                asOwner("UPDATE supervision_action SET taken_on = '" + TODAY.minusDays(9) + "', due_on = '"
                        + TODAY.minusDays(1) + "' WHERE id = '" + action + "'");
            case DONE -> conclude(subdistrict(), action).then().statusCode(200);
        }
        return action;
    }

    private static Response kept(String action) {
        return subdistrict().get("/v1/supervision-actions/" + action);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsOpenOrDoneAfterItAndConcludedAccordingly(SupervisionKind kind) {
        concluded(taken(kind), kind, expectedAfterIt(kind));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsConcludedOrStaysAsItIs(SupervisionState state) {
        concluded(aRectification(state), SupervisionKind.RECTIFICATION, state);
    }

    private static void concluded(String action, SupervisionKind kind, SupervisionState state) {
        kept(action).then().statusCode(200).body("kind", equalTo(kind.name())).body("state", equalTo(state.name()));
        String before = kept(action).asString();

        Response answer = conclude(subdistrict(), action);

        if (isConcluded(state)) {
            answer.then().statusCode(200).body("state", equalTo("DONE")).body("result", equalTo("复查合格"));
            kept(action)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DONE"))
                    .body("concludedOn", equalTo(TODAY.toString()));
        } else {
            answer.then()
                    .statusCode(409)
                    .body("code", equalTo("supervision-not-open"))
                    .body("figures.kind", equalTo(kind.name()));
            assertThat(kept(action).asString()).isEqualTo(before);
        }
    }
}
