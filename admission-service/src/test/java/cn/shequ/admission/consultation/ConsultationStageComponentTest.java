package cn.shequ.admission.consultation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;
import static cn.shequ.admission.consultation.Consulting.COMPANY;
import static cn.shequ.admission.consultation.Consulting.aTold;
import static cn.shequ.admission.consultation.Consulting.answer;
import static cn.shequ.admission.consultation.Consulting.record;
import static cn.shequ.admission.consultation.Consulting.subdistrict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.burden.Burdens;
import cn.shequ.admission.consultation.Consultation.Stage;
import cn.shequ.admission.consultation.ConsultationAnswer.Kind;
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

/** What the office was told of it answers once; what it was not told of it does not answer. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-2")
class ConsultationStageComponentTest {

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void shuangyang() {
        Burdens.shuangyang(territory);
    }

    /** Written a second time, so that the office cannot agree with itself alone. */
    private static Optional<Stage> expected(Stage stage, Kind said) {
        return switch (stage) {
            case NOTIFIED ->
                switch (said) {
                    case AGREED -> Optional.of(Stage.AGREED);
                    case AGREED_WITH_CONDITIONS -> Optional.of(Stage.AGREED_WITH_CONDITIONS);
                    case OBJECTED -> Optional.of(Stage.OBJECTED);
                };
            case AGREED, AGREED_WITH_CONDITIONS, OBJECTED, UNNOTIFIED ->
                switch (said) {
                    case AGREED, AGREED_WITH_CONDITIONS, OBJECTED -> Optional.empty();
                };
        };
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Kind.values()).map(said -> Arguments.of(stage, said)));
    }

    private static String aConsultation(Stage stage) {
        String id =
                switch (stage) {
                    case NOTIFIED -> aTold(aDepartmentOf(SHUANGYANG));
                    case AGREED -> answered(Kind.AGREED);
                    case AGREED_WITH_CONDITIONS -> answered(Kind.AGREED_WITH_CONDITIONS);
                    case OBJECTED -> answered(Kind.OBJECTED);
                    case UNNOTIFIED ->
                        record(YUNSHAN, COMPANY, TODAY)
                                .then()
                                .statusCode(201)
                                .extract()
                                .path("id");
                };
        kept(id).then().statusCode(200).body("stage", equalTo(stage.name()));
        return id;
    }

    private static String answered(Kind said) {
        String id = aTold(aDepartmentOf(SHUANGYANG));
        say(said, id).then().statusCode(200);
        return id;
    }

    private static Response say(Kind said, String id) {
        Map<String, Object> answer =
                switch (said) {
                    case AGREED -> Map.of("answer", "AGREED");
                    case AGREED_WITH_CONDITIONS -> Map.of("answer", "AGREED_WITH_CONDITIONS", "reason", "避开上下学时段");
                    case OBJECTED -> Map.of("answer", "OBJECTED", "reason", "影响居民出行");
                };
        return answer(subdistrict(), id, answer);
    }

    private static Response kept(String id) {
        return subdistrict().get("/v1/consultations/" + id);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("everyPair")
    void everyAnswerLeadsWhereItShouldOrChangesNothing(Stage stage, Kind said) {
        String id = aConsultation(stage);
        String before = kept(id).asString();

        Response answer = say(said, id);

        expected(stage, said)
                .ifPresentOrElse(
                        next -> {
                            answer.then().statusCode(200).body("stage", equalTo(next.name()));
                            kept(id).then().statusCode(200).body("stage", equalTo(next.name()));
                        },
                        () -> {
                            answer.then()
                                    .statusCode(409)
                                    .body("code", equalTo("consultation-ended"))
                                    .body("figures.stage", equalTo(stage.name()));
                            assertThat(kept(id).asString()).isEqualTo(before);
                        });
    }
}
