package cn.shequ.admission.seal;

import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aRequest;
import static cn.shequ.admission.seal.Sealing.aSeal;
import static cn.shequ.admission.seal.Sealing.approve;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.director;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.admission.seal.SealUse.Stage;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was asked for is sealed, declined or withdrawn once, and then stays in the register as it is. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class SealUseStageComponentTest {

    private enum Command {
        APPROVE,
        DECLINE,
        WITHDRAW
    }

    @Inject
    TerritoryRecord territory;

    private String community = "";

    @BeforeEach
    void aCommunityWithASeal() {
        Given.theCity(territory);
        community = aCommunity(territory);
        aSeal(community);
    }

    /** Written a second time, so that the register cannot agree with itself alone. */
    private static Optional<Stage> expected(Stage stage, Command command) {
        return switch (stage) {
            case REQUESTED ->
                switch (command) {
                    case APPROVE -> Optional.of(Stage.SEALED);
                    case DECLINE -> Optional.of(Stage.DECLINED);
                    case WITHDRAW -> Optional.of(Stage.WITHDRAWN);
                };
            case SEALED, DECLINED, WITHDRAWN ->
                switch (command) {
                    case APPROVE, DECLINE, WITHDRAW -> Optional.empty();
                };
        };
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Command.values()).map(command -> Arguments.of(stage, command)));
    }

    private String aUse(Stage stage) {
        String use = aRequest(community);
        Optional<Command> brings =
                switch (stage) {
                    case REQUESTED -> Optional.empty();
                    case SEALED -> Optional.of(Command.APPROVE);
                    case DECLINED -> Optional.of(Command.DECLINE);
                    case WITHDRAWN -> Optional.of(Command.WITHDRAW);
                };
        brings.ifPresent(command -> say(command, use).then().statusCode(200));
        kept(use).then().statusCode(200).body("stage", equalTo(stage.name()));
        return use;
    }

    private Response say(Command command, String use) {
        return switch (command) {
            case APPROVE -> approve(community, use);
            case DECLINE ->
                director(community).body(Map.of("reason", "内容与会议决定不符")).post("/v1/seal-uses/" + use + "/declination");
            case WITHDRAW -> clerk(community).post("/v1/seal-uses/" + use + "/withdrawal");
        };
    }

    private Response kept(String use) {
        return clerk(community).get("/v1/seal-uses/" + use);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("everyPair")
    void everyCommandLeadsWhereItShouldOrChangesNothing(Stage stage, Command command) {
        String use = aUse(stage);
        String before = kept(use).asString();

        Response answer = say(command, use);

        expected(stage, command)
                .ifPresentOrElse(
                        next -> {
                            answer.then().statusCode(200).body("stage", equalTo(next.name()));
                            kept(use).then().statusCode(200).body("stage", equalTo(next.name()));
                        },
                        () -> {
                            answer.then()
                                    .statusCode(409)
                                    .body("code", equalTo("seal-use-decided"))
                                    .body("figures.stage", equalTo(stage.name()));
                            assertThat(kept(use).asString()).isEqualTo(before);
                        });
    }
}
