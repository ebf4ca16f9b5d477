package cn.shequ.funding.violation;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ViolationComponentTest {

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    @Inject
    Suspicions suspicions;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Rulebook rulebook;

    @Inject
    Jdbi jdbi;

    private Town town;
    private Cases cases;

    @BeforeEach
    void build() {
        town = towns.build();
        cases = new Cases(town);
    }

    @Test
    void what_the_service_finds_twice_is_one_case_in_its_territory_only() {
        String obligation = debts.owes(town, 0, "5000.00", TODAY.minusDays(1));
        Suspicion late = new Suspicion(
                ViolationKind.LATE,
                UUID.fromString(obligation),
                0,
                UUID.fromString(town.ledger()),
                town.street(),
                town.community(),
                Payer.financeOf(town.district()),
                Money.of("5000.00"),
                Money.ZERO,
                TODAY);
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew().run(() -> suspicions.report(late));
        }
        auditor(town.city())
                .get("/v1/violations?kind=LATE&subject=" + obligation)
                .then()
                .body("items.kind", contains("LATE"))
                .body("items[0].stage", equalTo("REPORTED"))
                .body("items[0].foundByService", equalTo(true))
                .body("items[0].amountOwed", equalTo("5000.00"));
        finance(town.neighbour())
                .get("/v1/violations?subject=" + obligation)
                .then()
                .body("items", empty());
        String id = auditor(town.city())
                .get("/v1/violations?kind=LATE&subject=" + obligation)
                .path("items[0].id");
        once(finance(town.district()))
                .post("/v1/violations/" + id + "/notification")
                .then()
                .statusCode(422)
                .body("code", equalTo("violation-of-own-body"))
                .body("figures.body", equalTo(town.district().value()));
        String itself = "/v1/violations/" + id;
        finance(town.district()).get(itself).then().statusCode(404);
        once(finance(town.district()))
                .body(Map.of("statement", "资金已在途"))
                .post(itself + "/explanation")
                .then()
                .statusCode(404);
        once(finance(town.city())).post(itself + "/notification").then().statusCode(200);
        finance(town.district()).get(itself).then().statusCode(200).body("stage", equalTo("NOTIFIED"));
    }

    @Test
    void an_attempted_diversion_that_another_person_confirms_brings_all_four_consequences_and_everybody_reads_it() {
        String id = cases.attempted();
        cases.notified(id)
                .then()
                .body("steps[0].until", equalTo(calendar.plus(TODAY, 10).toString()));
        cases.officer()
                .get("/v1/violations/" + id)
                .then()
                .statusCode(200)
                .body("attemptedBy", nullValue())
                .body("body", equalTo(town.street().value()));
        cases.explained(id);
        Cases.confirm(auditor(town.district()), id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("CONFIRMED"))
                .body("consequences.kind", containsInAnyOrder("VETO", "AWARDS_LOST", "PUBLIC_NOTICE", "REFERRAL"))
                .body("consequences.effect", not(hasItem("LIFTED")))
                .body(
                        "consequences.find { it.kind == 'VETO' }.until",
                        equalTo(TODAY.plusMonths(12).minusDays(1).toString()))
                .body("consequences.find { it.kind == 'VETO' }.rule", equalTo("veto.lasts@1"))
                .body("consequences.find { it.kind == 'REFERRAL' }.number", equalTo(TODAY.getYear() + "-0001"));
        given().get("/v1/violation-notices?body=" + town.street() + "&inForceOn=" + TODAY)
                .then()
                .statusCode(200)
                .body("items.violation", contains(id))
                .body("items[0].kind", equalTo("DIVERSION"))
                .body("items[0].amountActual", equalTo("800.00"))
                .body("items[0].awardsLost", equalTo(true))
                .body("items[0].referred", equalTo(true));
        given().get("/v1/violation-notices?body=" + town.street() + "&inForceOn=" + TODAY.plusMonths(12))
                .then()
                .body("items", empty());
        assertThat(events("violation-confirmed")).contains(id).doesNotContain("accountant");
        assertThat(vetoOf(id))
                .contains(town.street().value())
                .contains("\"rule\":\"veto.lasts\"", "\"ruleVersion\":1")
                .doesNotContain("ruleDivision");
    }

    @Test
    void a_veto_under_a_local_rule_says_whose_it_is() {
        Rule general = rulebook.shippedOn(TODAY, "veto.lasts");
        rulebook.putLocal(new Rule(
                general.id(),
                general.version(),
                TODAY,
                null,
                "24",
                general.unit(),
                general.direction(),
                general.origin(),
                "区政府文件",
                town.district()));
        String id = cases.attempted();
        cases.notified(id);
        cases.explained(id);
        Cases.confirm(auditor(town.district()), id)
                .then()
                .statusCode(200)
                .body("consequences.find { it.kind == 'VETO' }.rule", equalTo("veto.lasts@1/" + town.district()))
                .body(
                        "consequences.find { it.kind == 'VETO' }.until",
                        equalTo(TODAY.plusMonths(24).minusDays(1).toString()));
        assertThat(vetoOf(id))
                .contains("\"rule\":\"veto.lasts\"", "\"ruleVersion\":1")
                .contains("\"ruleDivision\":\"" + town.district() + "\"");
    }

    @Test
    void who_attempted_reported_or_confirmed_does_not_decide() {
        String attempt = cases.attempted();
        cases.notified(attempt);
        cases.explained(attempt);
        Cases.confirm(as("accountant", Roles.AUDITOR, town.district()), attempt)
                .then()
                .statusCode(422)
                .body("code", equalTo("violation-same-person"))
                .body("figures.done", equalTo("ATTEMPTED"));
        String reported = cases.reported("auditor");
        cases.notified(reported);
        cases.explained(reported);
        Cases.confirm(auditor(town.district()), reported)
                .then()
                .statusCode(422)
                .body("figures.done", equalTo("REPORTED"));
        Cases.dismiss(auditor(town.district()), reported).then().statusCode(422);
        Cases.confirm(finance(town.district()), reported).then().statusCode(200);
        cases.appealed(reported);
        Cases.decideAppeal(finance(town.district()), reported, "UPHELD")
                .then()
                .statusCode(422)
                .body("figures.done", equalTo("CONFIRMED"));
        Cases.decideAppeal(finance2(), reported, "UPHELD")
                .then()
                .statusCode(200)
                .body("stage", equalTo("UPHELD"))
                .body("consequences.effect", not(hasItem("LIFTED")));
    }

    @Test
    void a_granted_appeal_takes_everything_back_and_the_notice_says_so() {
        String id = cases.reported("auditor");
        cases.notified(id);
        cases.explained(id);
        Cases.confirm(finance(town.district()), id);
        cases.appealed(id);
        Cases.decideAppeal(finance2(), id, "LIFTED")
                .then()
                .statusCode(200)
                .body("stage", equalTo("LIFTED"))
                .body("consequences.size()", equalTo(8))
                .body("consequences.findAll { it.effect == 'LIFTED' }.size()", equalTo(4))
                .body("consequences.findAll { it.kind == 'REFERRAL' }.number.unique().size()", equalTo(2));
        given().get("/v1/violation-notices?body=" + town.street())
                .then()
                .body("items[0].liftedOn", equalTo(TODAY.toString()));
        given().get("/v1/violation-notices?body=" + town.street() + "&inForceOn=" + TODAY)
                .then()
                .body("items", empty());
        assertThat(events("veto-lifted")).contains(id);
        Cases.confirm(auditor(town.district()), id).then().statusCode(409).body("code", equalTo("violation-stage"));
    }

    @Test
    void a_body_is_heard_before_it_is_decided_on_and_not_told_who_reported() {
        String id = cases.reported("accountant");
        cases.officer().get("/v1/violations/" + id).then().statusCode(404);
        Cases.confirm(auditor(town.district()), id).then().statusCode(409).body("figures.stage", equalTo("REPORTED"));
        cases.notified(id);
        Cases.confirm(auditor(town.district()), id)
                .then()
                .statusCode(422)
                .body("code", equalTo("explanation-awaited"))
                .body("figures.until", equalTo(calendar.plus(TODAY, 10).toString()));
        cases.officer()
                .get("/v1/violations/" + id)
                .then()
                .body("reportedBy", nullValue())
                .body("account", equalTo("社区经费被用于街道办公室装修。"));
        auditor(town.district()).get("/v1/violations/" + id).then().body("reportedBy", equalTo("accountant"));
        once(as("finance", Roles.FINANCE_OFFICER, town.district()))
                .body(Map.of("statement", "不是本单位"))
                .post("/v1/violations/" + id + "/explanation")
                .then()
                .statusCode(403);
        Cases.dismiss(auditor(town.district()), id).then().statusCode(200).body("stage", equalTo("DISMISSED"));
        given().get("/v1/violation-notices?body=" + town.street()).then().body("items", empty());
    }

    @Test
    void a_report_needs_words_and_something_that_the_reporter_may_see() {
        String fund = aFund(town);
        once(as("community", Roles.COMMUNITY_OFFICER, town.community()))
                .body(cases.report(UUID.randomUUID().toString()))
                .post("/v1/violations")
                .then()
                .statusCode(404);
        once(as("officer", Roles.SUBDISTRICT_OFFICER, town.neighbourStreet()))
                .body(cases.report(fund))
                .post("/v1/violations")
                .then()
                .statusCode(404);
        once(as("resident", Roles.RESIDENT, town.community()))
                .body(cases.report(fund))
                .post("/v1/violations")
                .then()
                .statusCode(403);
        once(accountant(town))
                .body(Map.of(
                        "kind", "LATE", "subject", fund, "body", town.street(), "account", " ", "evidence", List.of()))
                .post("/v1/violations")
                .then()
                .statusCode(400);
        once(accountant(town))
                .body(Map.of(
                        "kind",
                        "LATE",
                        "subject",
                        fund,
                        "body",
                        town.street(),
                        "account",
                        "x",
                        "evidence",
                        List.of("0".repeat(64))))
                .post("/v1/violations")
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence-not-uploaded"));
        once(accountant(town))
                .body(Map.of(
                        "kind", "LATE", "subject", fund, "body", "12", "account", "x", "evidence", List.of(DIGEST)))
                .post("/v1/violations")
                .then()
                .statusCode(400);
    }

    @Test
    void many_who_confirm_at_once_confirm_once() throws Exception {
        String id = cases.attempted();
        cases.notified(id);
        cases.explained(id);
        List<Callable<Integer>> calls = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                        i -> () -> Cases.confirm(as("auditor-" + i, Roles.AUDITOR, town.district()), id)
                                .statusCode())
                .toList();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(clients.invokeAll(calls).stream().map(Future::resultNow))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
        auditor(town.district()).get("/v1/violations/" + id).then().body("consequences.size()", equalTo(4));
    }

    @Test
    void a_confirmation_that_comes_twice_is_answered_twice_and_taken_once() {
        String id = cases.attempted();
        cases.notified(id);
        cases.explained(id);
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            auditor(town.district())
                    .header("Idempotency-Key", key)
                    .body(Map.of("statement", "事实清楚"))
                    .post("/v1/violations/" + id + "/confirmation")
                    .then()
                    .statusCode(200)
                    .body("consequences.size()", equalTo(4));
        }
    }

    private static RequestSpecification auditor(DivisionCode division) {
        return as("auditor", Roles.AUDITOR, division);
    }

    private RequestSpecification finance2() {
        return as("finance-2", Roles.FINANCE_OFFICER, town.district());
    }

    private String vetoOf(String violation) {
        return events("veto-imposed")
                .lines()
                .filter(data -> data.contains(violation))
                .findFirst()
                .orElseThrow();
    }

    private String events(String name) {
        List<String> data =
                jdbi.withHandle(handle -> handle.createQuery("SELECT data FROM event_outbox WHERE type = :type")
                        .bind("type", "cn.shequ.funding." + name + ".v1")
                        .mapTo(String.class)
                        .list());
        return String.join("\n", data);
    }
}
