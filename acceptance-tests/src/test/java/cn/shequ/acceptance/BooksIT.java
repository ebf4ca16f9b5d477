package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Earmarked money stays where its giver put it, and a closed month stays as it was (Art. 16). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BooksIT {

    private static final String DISTRICT = "220102000000";

    /** 盛世街道, where no other test has money: its month may be closed. */
    private static final String SUBDISTRICT = "220102013000";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final City city = SuiteUnderTest.city();
    private final City.Visitor finance = city.as("finance-officer", DISTRICT, null);
    private final LocalDate today = SuiteUnderTest.story().today();
    private final YearMonth lastMonth = YearMonth.from(today).minusMonths(1);
    private String ledger = "";
    private String upkeep = "";
    private String training = "";
    private City.Visitor accountant = finance;

    @BeforeAll
    void aSubdistrictWithMoneyForItsPremises() {
        SuiteUnderTest.story().territory();
        ledger = City.eventually("the ledger of the subdistrict", PATIENCE, () -> finance.get(
                        "/funding/v1/ledgers?division=" + SUBDISTRICT)
                .expect(200)
                .text("/items/0/id"));
        accountant = city.as("subdistrict-accountant", SUBDISTRICT, null);
        upkeep = fund("PREMISES_UPKEEP_ONLY");
        training = fund("TRAINING");
        receive(lastMonth.atDay(10)).expect(201);
    }

    private String fund(String purpose) {
        return finance.post(
                        "/funding/v1/funds",
                        Map.of(
                                "ledger",
                                ledger,
                                "source",
                                "DISTRICT",
                                "purpose",
                                purpose,
                                "fiscalYear",
                                today.getYear(),
                                "spendBy",
                                today.plusYears(1).toString()))
                .expect(201)
                .text("/id");
    }

    private Answer receive(LocalDate bookedOn) {
        return finance.post(
                "/funding/v1/receipts",
                Map.of(
                        "ledger",
                        ledger,
                        "payer",
                        DISTRICT,
                        "amount",
                        "100.00",
                        "bookedOn",
                        bookedOn.toString(),
                        "bankReference",
                        UUID.randomUUID().toString(),
                        "fund",
                        upkeep));
    }

    private Map<String, Object> move() {
        Map<String, Object> move = new HashMap<>();
        move.put("fund", upkeep);
        move.put("toFund", training);
        move.put("amount", "30.00");
        move.put("bookedOn", today.toString());
        return move;
    }

    @Test
    @Tag("art-16-refuses")
    void moneyIsNotMovedToAnotherPurposeWithoutADecisionOfItsGiverAndTheAttemptIsOnRecord() {
        Answer refused = accountant.post("/funding/v1/reallocations", move());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.articles()).containsExactly(16);
        assertThat(finance.get("/funding/v1/diversion-attempts?fund=" + upkeep)
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .contains(refused.json().path("attemptId").asText());
    }

    @Test
    @Tag("art-16-allows")
    void itsGiverMovesItByADocument() {
        Map<String, Object> decided = move();
        decided.put("documentNumber", "南财预〔2026〕18号");
        finance.post("/funding/v1/reallocations", decided).expect(201);
        assertThat(finance.get("/funding/v1/funds/" + training + "/balance")
                        .expect(200)
                        .text("/available"))
                .isEqualTo("30.00");
    }

    @Test
    @Tag("art-16-allows")
    @Tag("art-16-refuses")
    void aMonthThatIsCompleteIsClosedAndTakesNothingMore() {
        String books = "/funding/v1/ledgers/" + ledger;
        City.eventually(
                "the vouchers are numbered",
                PATIENCE,
                () -> accountant
                                        .get(books + "/open-period")
                                        .expect(200)
                                        .json()
                                        .at("/hindrances/unnumbered")
                                        .asInt()
                                == 0
                        ? true
                        : null);
        if (lastMonth.getMonthValue() == 12) {
            accountant
                    .post(books + "/closed-years", Map.of("year", lastMonth.getYear()))
                    .expect(201);
        }
        Answer closed = accountant
                .post(books + "/closed-periods", Map.of("period", lastMonth.toString()))
                .expect(201);
        assertThat(closed.text("/totals/bank")).isEqualTo("100.00");
        Answer backDated = receive(lastMonth.atDay(11));
        assertThat(backDated.status()).isEqualTo(422);
        assertThat(backDated.json().path("code").asText()).isEqualTo("period-closed");
        assertThat(backDated.articles()).containsExactly(16);
    }
}
