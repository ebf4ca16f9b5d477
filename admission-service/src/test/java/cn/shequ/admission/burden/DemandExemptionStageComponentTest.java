package cn.shequ.admission.burden;

import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;
import static cn.shequ.admission.burden.Burdens.aRequested;
import static cn.shequ.admission.burden.Burdens.approve;
import static cn.shequ.admission.burden.Burdens.decline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.burden.DemandExemption.Stage;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An exemption is decided once, and what was decided stays. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class DemandExemptionStageComponentTest {

    private enum Command {
        APPROVE,
        DECLINE
    }

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void shuangyang() {
        Burdens.shuangyang(territory);
    }

    /** Written a second time, so that the desk cannot agree with itself alone. */
    private static Optional<Stage> expected(Stage stage, Command command) {
        return switch (stage) {
            case REQUESTED ->
                switch (command) {
                    case APPROVE -> Optional.of(Stage.APPROVED);
                    case DECLINE -> Optional.of(Stage.DECLINED);
                };
            case APPROVED, DECLINED ->
                switch (command) {
                    case APPROVE, DECLINE -> Optional.empty();
                };
        };
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Command.values()).map(command -> Arguments.of(stage, command)));
    }

    private static String anExemptionAt(Stage stage) {
        String id = aRequested(aDepartmentOf(SHUANGYANG), YUNSHAN, "MEETING");
        Optional<Command> brings =
                switch (stage) {
                    case REQUESTED -> Optional.empty();
                    case APPROVED -> Optional.of(Command.APPROVE);
                    case DECLINED -> Optional.of(Command.DECLINE);
                };
        brings.ifPresent(command -> say(command, id).then().statusCode(200));
        kept(id).then().statusCode(200).body("stage", equalTo(stage.name()));
        return id;
    }

    private static Response say(Command command, String id) {
        return switch (command) {
            case APPROVE -> approve(office(SHUANGYANG), id);
            case DECLINE -> decline(SHUANGYANG, id);
        };
    }

    private static Response kept(String id) {
        return office(SHUANGYANG).get("/v1/demand-exemption-requests/" + id);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("everyPair")
    void everyCommandLeadsWhereItShouldOrChangesNothing(Stage stage, Command command) {
        String id = anExemptionAt(stage);
        String before = kept(id).asString();

        Response answer = say(command, id);

        expected(stage, command)
                .ifPresentOrElse(
                        next -> {
                            answer.then().statusCode(200).body("stage", equalTo(next.name()));
                            kept(id).then().statusCode(200).body("stage", equalTo(next.name()));
                        },
                        () -> {
                            answer.then()
                                    .statusCode(409)
                                    .body("code", equalTo("exemption-decided"))
                                    .body("figures.stage", equalTo(stage.name()));
                            assertThat(kept(id).asString()).isEqualTo(before);
                        });
    }
}
