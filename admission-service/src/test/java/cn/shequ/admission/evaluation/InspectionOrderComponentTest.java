package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aDepartment;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.anItem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.admission.evaluation.Evaluating.Place;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An inspection that is announced while something that it rests on changes. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class InspectionOrderComponentTest {

    private static final LocalDate DAY = LocalDate.of(NEXT_YEAR, 5, 12);

    @Inject
    TerritoryRecord territory;

    private Place place = new Place("", "", "", "");
    private String item = "";

    @BeforeEach
    void aCommunityThatIsVisitedNextYear() {
        Given.theCity(territory);
        place = aPlace(territory);
        item = anItem(place);
        place.visited(place.community(), DAY);
    }

    private Response announce() {
        return officerOf(place.department(), place.division())
                .body(Map.of(
                        "community",
                        place.community(),
                        "demandingBody",
                        Map.of("creditCode", place.department()),
                        "item",
                        item,
                        "inspects",
                        "检查居民健康档案",
                        "inspectsOn",
                        DAY.toString()))
                .post("/v1/inspections");
    }

    /** What is announced while the change is made, and waits for it. */
    private Response announcedDuring(String change) throws Exception {
        try (Connection changing =
                        TestInfrastructure.addresses().requireDatabases().asApp("admission");
                Statement statement = changing.createStatement();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            changing.setAutoCommit(false);
            statement.execute(change);
            Future<Response> announced = clients.submit(this::announce);
            await().until(() -> announced.isDone() || isWaitedFor(statement));
            changing.commit();
            return announced.get();
        }
    }

    private static boolean isWaitedFor(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))")) {
            return waiting.next();
        }
    }

    @Test
    void aVisitThatIsJustPutOffDoesNotCoverItsOldDay() throws Exception {
        announcedDuring("UPDATE evaluation_visit SET visit_on = visit_on + 1 WHERE community = '" + place.community()
                        + "'")
                .then()
                .statusCode(422)
                .body("figures.finding", equalTo("NO_VISIT_THAT_DAY"));
    }

    @Test
    void aBodyWhosePlaceIsJustTakenIsNotCoveredAnyMore() throws Exception {
        String successor = aDepartment(place.division(), "TOWNSHIP_LEVEL");
        announcedDuring("UPDATE department SET succeeded_by = '" + successor + "', succeeded_on = '" + TODAY
                        + "' WHERE credit_code = '" + place.department() + "'")
                .then()
                .statusCode(422)
                .body("figures.finding", equalTo("ITEM_OF_ANOTHER_BODY"));
    }
}
