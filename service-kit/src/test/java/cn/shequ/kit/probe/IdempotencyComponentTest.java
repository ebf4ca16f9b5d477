package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.as;
import static cn.shequ.kit.probe.ProbeService.probe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class IdempotencyComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private final String key = UUID.randomUUID().toString();
    private final String name = key.substring(0, 18);

    @BeforeEach
    void settle() {
        ProbeService.settle(territory);
    }

    @Test
    void aRepeatedRequestHasOneEffectAndTheSameAnswer() {
        Response first = post(key, "10.00");
        Response again = post(key, "10.00");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(probes()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        post(key, "10.00");
        post(key, "11.00").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(probes()).isEqualTo(1);
    }

    @Test
    void withoutAKeyNothingHappens() {
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .body(probe(name, "10.00"))
                .post("/v1/probes")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        assertThat(probes()).isZero();
    }

    @Test
    void aRefusedCommandLeavesTheKeyFree() {
        post(key, "1.00").then().statusCode(422).body("code", equalTo("too-small"));
        post(key, "10.00").then().statusCode(201);
        assertThat(probes()).isEqualTo(1);
    }

    @Test
    void aRecordedRefusalIsKeptOnceAndRepeated() {
        String attempt = post(key, "13.00")
                .then()
                .statusCode(422)
                .body("attemptId", notNullValue())
                .extract()
                .path("attemptId");
        post(key, "13.00").then().statusCode(422).body("attemptId", equalTo(attempt));
        assertThat(count("SELECT count(*) FROM probe_attempt WHERE id = '" + attempt + "'"))
                .isEqualTo(1);
    }

    @Test
    void manyAtOnceUnderOneKeyHaveOneEffect() throws Exception {
        Callable<Response> call = () -> post(key, "10.00");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> answers =
                    clients.invokeAll(IntStream.range(0, 16).mapToObj(i -> call).toList());
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isIn(201, 409);
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.resultNow().statusCode() == 201)
                    .extracting(answer -> answer.resultNow().path("id").toString())
                    .isNotEmpty()
                    .allMatch(id -> id.equals(post(key, "10.00").path("id")));
        }
        assertThat(probes()).isEqualTo(1);
    }

    private Response post(String idempotencyKey, String amount) {
        return as(Roles.FINANCE_OFFICER, DISTRICT)
                .header("Idempotency-Key", idempotencyKey)
                .body(probe(name, amount))
                .post("/v1/probes");
    }

    private int probes() {
        return count("SELECT count(*) FROM probe WHERE name = '" + name + "'");
    }

    private int count(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }
}
