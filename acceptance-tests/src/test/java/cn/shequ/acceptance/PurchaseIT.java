package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A community of Nanling buys a service from a social organisation, from the catalogue to the payment (Art. 25). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration TIME_TO_BID = Duration.ofSeconds(30);
    private static final String ORGANISATION = "52220102MJ00000013";
    private static final String STRANGER = "52220102MJ00000026";
    private static final String PURCHASES = "/funding/v1/purchases";
    private static final byte[] CONTRACT = "%PDF-1.7 服务合同".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> JUDGES = Map.of(
            "social-worker",
            Places.NANLING,
            "community-officer",
            Places.NANLING,
            "civil-affairs-officer",
            Places.NANLING);

    private final City city = SuiteUnderTest.city();
    private final LocalDate today = SuiteUnderTest.story().today();

    private Answer unregistered;
    private Answer sealed;
    private Answer late;
    private Answer byDemander;
    private Answer awarded;
    private Answer unaccepted;
    private Answer paid;
    private String fund;
    private String item;
    private String purchase;

    @BeforeAll
    void buy() {
        SuiteUnderTest.story().signed();
        SocialOrganisation.aRegisteredUnit(city, "演示社会工作服务社", ORGANISATION);
        prepare();
        awaitRegistration();
        Instant due = Instant.now().plus(TIME_TO_BID).truncatedTo(ChronoUnit.MILLIS);
        purchase = publish("30000.00", due);
        String bid = bidder(ORGANISATION)
                .post(path("bids"), bidOf("28600.00"))
                .expect(201)
                .text("/id");
        sealed = city.as("auditor-nanguan").get(path("file")).expect(200);
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(due));
        late = bidder(ORGANISATION).post(PURCHASES + "/" + purchase + "/bids", bidOf("27000.00"));
        evaluate(bid);
        byDemander = city.as("subdistrict-officer", Places.NANLING, null).post(path("award"), Map.of());
        awarded = city.as("civil-affairs-nanguan").post(path("award"), Map.of()).expect(200);
        conclude();
        unaccepted = record();
        city.as("community-huayang")
                .post(path("milestones/1/assessments"), Map.of("satisfaction", 93))
                .expect(200);
        paid = pay(record().expect(201).text("/id"));
        city.as("officer-nanling").post(path("completion"), Map.of()).expect(200);
    }

    private String path(String part) {
        return PURCHASES + "/" + purchase + "/" + part;
    }

    private void prepare() {
        SuiteUnderTest.story().territory();
        String ledger = City.eventually("the ledger of Nanling", PATIENCE, () -> city.as("accountant-nanling")
                .get("/funding/v1/ledgers")
                .expect(200)
                .text("/items/0/id"));
        fund = city.as("finance-nanguan")
                .post(
                        "/funding/v1/funds",
                        Map.of(
                                "ledger",
                                ledger,
                                "source",
                                "DISTRICT",
                                "purpose",
                                "PURCHASE_OF_SERVICES",
                                "fiscalYear",
                                today.getYear(),
                                "spendBy",
                                today.plusYears(1).toString()))
                .expect(201)
                .text("/id");
        city.as("finance-nanguan")
                .post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                ledger,
                                "payer",
                                Places.NANGUAN,
                                "amount",
                                "40000.00",
                                "bookedOn",
                                today.toString(),
                                "bankReference",
                                "purchase-" + UUID.randomUUID(),
                                "fund",
                                fund))
                .expect(201);
        item = city.as("civil-affairs-nanguan")
                .post(
                        "/funding/v1/purchase-items",
                        Map.of(
                                "division",
                                Places.NANGUAN,
                                "code",
                                "CARE-"
                                        + UUID.randomUUID()
                                                .toString()
                                                .substring(0, 8)
                                                .toUpperCase(java.util.Locale.ROOT),
                                "title",
                                "居家养老服务",
                                "description",
                                "助餐、助洁、陪护"))
                .expect(201)
                .text("/id");
    }

    /** By somebody who is a subdistrict officer as well, and so could award if that were allowed to a demander. */
    private String publish(String budget, Instant due) {
        City.Visitor demander = city.as("subdistrict-officer", Places.NANLING, null);
        String planned = demander.post(
                        PURCHASES,
                        Map.of(
                                "item",
                                item,
                                "fund",
                                fund,
                                "division",
                                Places.HUAYANG,
                                "title",
                                "独居老人居家养老服务",
                                "description",
                                "每周两次上门助餐、助洁",
                                "budget",
                                budget,
                                "bidsDueAt",
                                due.toString(),
                                "criteria",
                                List.of(
                                        Map.of("code", "PRICE", "kind", "PRICE", "title", "报价", "weight", 30),
                                        Map.of("code", "PLAN", "kind", "QUALITY", "title", "服务方案", "weight", 70))))
                .expect(201)
                .text("/id");
        demander.post(PURCHASES + "/" + planned + "/publication", Map.of()).expect(200);
        return planned;
    }

    private City.Visitor bidder(String organisation) {
        return city.as("system-integrator", Places.NANGUAN, organisation);
    }

    private static Map<String, String> bidOf(String amount) {
        return Map.of("amount", amount, "proposal", "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea");
    }

    /** A demand that takes bids for long: there the organisation becomes known, and a stranger stays one. */
    private void awaitRegistration() {
        String bids = PURCHASES + "/" + publish("1.00", Instant.now().plus(1, ChronoUnit.DAYS)) + "/bids";
        City.eventually("the bid of a registered organisation", PATIENCE, () -> bidder(ORGANISATION)
                .post(bids, bidOf("1.00"))
                .expect(201));
        unregistered = bidder(STRANGER).post(bids, bidOf("1.00"));
    }

    private void evaluate(String bid) {
        List<String> evaluators = JUDGES.entrySet().stream()
                .map(judge -> UUID.nameUUIDFromBytes(
                                (judge.getKey() + judge.getValue()).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .toList();
        city.as("officer-nanling")
                .post(path("opening"), Map.of("evaluators", evaluators))
                .expect(200);
        JUDGES.forEach((role, division) -> {
            City.Visitor judge = city.as(role, division, null);
            judge.post(path("declarations"), Map.of()).expect(200);
            judge.post(path("scores"), Map.of("bid", bid, "points", Map.of("PLAN", 88)))
                    .expect(200);
        });
    }

    private void conclude() {
        String document = city.as("accountant-nanling")
                .upload("/funding/v1/documents", CONTRACT)
                .expect(201)
                .text("/digest");
        city.as("officer-nanling")
                .post(
                        path("contract"),
                        Map.of(
                                "signedOn",
                                today.toString(),
                                "document",
                                document,
                                "milestones",
                                List.of(Map.of("title", "全年服务", "amount", "28600.00", "dueOn", today.toString()))))
                .expect(200);
    }

    private Answer record() {
        String invoice = city.as("accountant-nanling")
                .upload("/funding/v1/documents", CONTRACT)
                .expect(201)
                .text("/digest");
        return city.as("accountant-nanling")
                .post(
                        path("milestones/1/expenditure"),
                        Map.of("bookedOn", today.toString(), "evidence", List.of(invoice)));
    }

    private Answer pay(String expenditure) {
        String path = "/funding/v1/expenditures/" + expenditure;
        city.as("approver-nanling").post(path + "/approval", Map.of()).expect(200);
        return city.as("cashier-nanling")
                .post(path + "/payment", Map.of("bookedOn", today.toString()))
                .expect(200);
    }

    @Test
    @Tag("art-25-allows")
    void aDemandIsAwardedContractedAcceptedByTheCommunityAndPaid() {
        assertThat(awarded.text("/stage")).isEqualTo("AWARDED");
        assertThat(paid.text("/stage")).isEqualTo("PAID");
        assertThat(paid.text("/amount")).isEqualTo("28600.00");
        assertThat(city.anybody().get(PURCHASES + "/" + purchase).expect(200).text("/stage"))
                .isEqualTo("COMPLETED");
    }

    @Test
    @Tag("art-25-allows")
    void everybodyReadsItAsOpenContractingData() {
        Answer releases = city.anybody()
                .get("/funding/v1/purchases/ocds/releases/ocds-000000-" + purchase)
                .expect(200);
        assertThat(releases.json().at("/version").asText()).isEqualTo("1.1");
        assertThat(releases.json().at("/releases").findValuesAsText("ocid")).hasSize(8);
        assertThat(releases.json()
                        .at("/releases/6/contracts/0/implementation/transactions/0/value/amount")
                        .isNumber())
                .isTrue();
    }

    @Test
    @Tag("art-25-refuses")
    void anUnregisteredOrganisationDoesNotBid() {
        assertThat(unregistered.status()).isEqualTo(422);
        assertThat(unregistered.articles()).containsExactly(23, 25);
    }

    @Test
    @Tag("art-25-refuses")
    void aLateBidIsRefusedAndAnEarlyOneIsSealed() {
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("/code")).isEqualTo("bid-too-late");
        assertThat(sealed.text()).contains("\"received\":1").doesNotContain("28600");
    }

    @Test
    @Tag("art-25-refuses")
    void whoDemandedDoesNotAward() {
        assertThat(byDemander.status()).isEqualTo(422);
        assertThat(byDemander.articles()).containsExactly(25);
    }

    @Test
    @Tag("art-25-refuses")
    void nothingIsPaidBeforeItIsAccepted() {
        assertThat(unaccepted.status()).isEqualTo(422);
        assertThat(unaccepted.text("/code")).isEqualTo("milestone-not-accepted");
    }
}
