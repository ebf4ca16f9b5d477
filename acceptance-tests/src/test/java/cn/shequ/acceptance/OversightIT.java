package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Oversight of community money as Art. 16 wants it, seen by everybody. */
class OversightIT {

    private static final byte[] PHOTO = "%PDF-1.7 办公室装修照片".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final City city = SuiteUnderTest.city();

    /** The money of Nanling and its communities, and an attempt to divert some. */
    @BeforeAll
    static void spend() {
        SuiteUnderTest.story().spent();
    }

    @Test
    @Tag("art-16-allows")
    @Tag("art-16-refuses")
    void anAttemptedDiversionThatAnotherPersonConfirmsBringsAllThatFollowsAndEverybodySeesIt() {
        String attempt = SuiteUnderTest.story().spent().diversion().text("/attemptId");
        String id = city.as("auditor-nanguan")
                .get("/funding/v1/violations?kind=DIVERSION&subject=" + attempt)
                .expect(200)
                .text("/items/0/id");
        assertThat(confirm("accountant-nanling", id).status()).isEqualTo(403);
        assertThat(confirm("auditor-nanguan", id).status()).isEqualTo(409);
        heard(id);

        JsonNode confirmed = confirm("auditor-nanguan", id).expect(200).json();
        assertThat(confirmed.path("consequences").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("VETO", "AWARDS_LOST", "PUBLIC_NOTICE", "REFERRAL");
        JsonNode notice = notice(id);
        assertThat(notice.path("body").asText()).isEqualTo(Places.NANLING);
        assertThat(notice.path("awardsLost").asBoolean()).isTrue();
        assertThat(notice.path("vetoUntil").asText())
                .isGreaterThan(SuiteUnderTest.story().today().toString());
    }

    @Test
    @Tag("art-16-refuses")
    void whoReportedDoesNotConfirmAndAGrantedAppealTakesEverythingBack() {
        String fund = String.valueOf(SuiteUnderTest.story().paid().funds().get(Places.HENGAN));
        String evidence = city.as("auditor-nanguan")
                .upload("/funding/v1/documents", PHOTO)
                .expect(201)
                .text("/digest");
        String id = city.as("auditor-nanguan")
                .post(
                        "/funding/v1/violations",
                        Map.of(
                                "kind",
                                "ENCROACHMENT",
                                "subject",
                                fund,
                                "body",
                                Places.NANLING,
                                "amountActual",
                                "300.00",
                                "account",
                                "社区经费被用于街道办公室。",
                                "evidence",
                                List.of(evidence)))
                .expect(201)
                .text("/id");
        heard(id);
        Answer own = confirm("auditor-nanguan", id);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.text("/code")).isEqualTo("violation-same-person");
        confirm("finance-nanguan", id).expect(200);

        city.as("officer-nanling")
                .post(path(id, "appeal"), Map.of("statement", "认定事实有误"))
                .expect(200);
        Map<String, String> granted = Map.of("outcome", "LIFTED", "statement", "原认定依据不足");
        assertThat(city.as("finance-nanguan")
                        .post(path(id, "appeal-decision"), granted)
                        .status())
                .isEqualTo(422);
        JsonNode lifted = city.as("auditor-city")
                .post(path(id, "appeal-decision"), granted)
                .expect(200)
                .json();
        assertThat(lifted.path("consequences")).hasSize(8);
        assertThat(notice(id).path("liftedOn").asText())
                .isEqualTo(SuiteUnderTest.story().today().toString());
    }

    @Test
    @Tag("art-16-allows")
    void theUseOfACommunitysMoneyIsPublicAndAddsUp() {
        LocalDate lastMonths = SuiteUnderTest.story().today().minusMonths(5);
        City.Visitor finance = city.as("finance-nanguan");
        String ledger = city.as("accountant-nanling")
                .get("/funding/v1/ledgers?division=" + Places.NANLING)
                .expect(200)
                .text("/items/0/id");
        String fund = finance.post(
                        "/funding/v1/funds",
                        Map.of(
                                "ledger",
                                ledger,
                                "source",
                                "DISTRICT",
                                "purpose",
                                "WORKING_COSTS",
                                "community",
                                Places.BAIYI,
                                "fiscalYear",
                                lastMonths.getYear(),
                                "spendBy",
                                lastMonths.plusYears(1).toString()))
                .expect(201)
                .text("/id");
        finance.post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                ledger,
                                "payer",
                                Places.EDUCATION,
                                "amount",
                                "730.00",
                                "bookedOn",
                                lastMonths.toString(),
                                "bankReference",
                                "oversight-" + fund,
                                "fund",
                                fund))
                .expect(201);

        JsonNode disclosure = City.eventually(
                "the disclosure of " + Places.BAIYI,
                PATIENCE,
                () -> find(
                        city.anybody()
                                .get("/funding/v1/disclosures?community=" + Places.BAIYI + "&on=" + lastMonths)
                                .expect(200)
                                .json()
                                .path("items"),
                        "moneyIn",
                        "730.00"));
        assertThat(amount(disclosure, "opening")
                        .add(amount(disclosure, "moneyIn"))
                        .subtract(amount(disclosure, "moneyOut")))
                .isEqualByComparingTo(amount(disclosure, "closing"));
        JsonNode lines = city.anybody()
                .get("/funding/v1/disclosures/" + disclosure.path("id").asText() + "/lines")
                .expect(200)
                .json()
                .path("items");
        assertThat(lines.findValuesAsText("amount")).containsExactly("730.00");
    }

    private void heard(String id) {
        city.as("finance-nanguan").post(path(id, "notification"), Map.of()).expect(200);
        city.as("officer-nanling")
                .post(path(id, "explanation"), Map.of("statement", "系误录科目"))
                .expect(200);
    }

    private Answer confirm(String who, String id) {
        return city.as(who)
                .post(
                        path(id, "confirmation"),
                        Map.of("statement", "事实清楚"),
                        UUID.randomUUID().toString());
    }

    private static String path(String id, String step) {
        return "/funding/v1/violations/" + id + "/" + step;
    }

    private JsonNode notice(String violation) {
        JsonNode notices = city.anybody()
                .get("/funding/v1/violation-notices?limit=200&body=" + Places.NANLING)
                .expect(200)
                .json()
                .path("items");
        return Objects.requireNonNull(find(notices, "violation", violation));
    }

    private static @Nullable JsonNode find(JsonNode items, String field, String value) {
        for (JsonNode item : items) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        return null;
    }

    private static BigDecimal amount(JsonNode of, String field) {
        return new BigDecimal(of.path(field).asText());
    }
}
