package cn.shequ.funding.purchase;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.digest;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.reverse;
import static cn.shequ.funding.purchase.Market.assess;
import static cn.shequ.funding.purchase.Market.conclude;
import static cn.shequ.funding.purchase.Market.paid;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.RuntimeRole;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Purchases taken home as open contracting data, with totals that the books confirm (Art. 16, 25). */
@Tag("art-16")
@Tag("art-25")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class PurchaseExportComponentTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Inject
    Towns towns;

    @Inject
    Market market;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;
    private String purchase;

    /** 28,600.00 were awarded and contracted, and the first half was paid: seven releases. */
    @BeforeEach
    void buy() {
        town = towns.build();
        fund = Market.fund(town, "50000.00");
        purchase = market.awarded(town, fund, market.organisation(town), "28600.00");
        conclude(town, purchase, "14300.00", "14300.00").then().statusCode(200);
        assess(town, purchase, 1, 92).then().statusCode(200);
        paid(town, purchase, 1);
    }

    @Test
    void the_bundle_holds_valid_packages_and_its_totals_are_what_the_ledger_says() {
        Map<String, byte[]> files = known(7);
        assertThat(files.keySet())
                .containsExactly("releases-0001.json", "records-0001.json", "checkpoint", "manifest.json");
        JsonNode releases = OcdsFields.requireReleasePackage(json(files, "releases-0001.json"))
                .path("releases");
        assertThat(releases.findValuesAsText("id")).contains("ocds-000000-" + purchase + "-7");
        JsonNode records = OcdsFields.requireRecordPackage(json(files, "records-0001.json"))
                .path("records");
        assertThat(records).hasSize(1);
        assertThat(records.at("/0/releases")).isEqualTo(releases);

        JsonNode manifest = json(files, "manifest.json");
        assertThat(manifest.at("/head/kind").asText()).isEqualTo("shequ-books-ocds-v1");
        assertThat(manifest.at("/head/note").asText()).isEqualTo(new String(files.get("checkpoint"), UTF_8));
        assertThat(manifest.at("/head/knownAt").asLong())
                .isEqualTo(manifest.at("/head/size").asLong() - 1);
        assertThat(manifest.path("head").has("bookedFrom")).isFalse();
        assertThat(manifest.at("/files/0/rows").asInt()).isEqualTo(7);
        assertThat(different(files)).isEmpty();

        JsonNode totals = manifest.path("totals");
        assertThat(totals.path("purchases").asInt()).isEqualTo(1);
        assertThat(totals.path("releasesByTag").toString())
                .isEqualTo("{\"award\":1,\"contract\":1,\"implementation\":2,\"planning\":1,\"tender\":1,"
                        + "\"tenderUpdate\":1}");
        assertThat(totals.path("tenderValue").asText()).isEqualTo("30000.00");
        assertThat(totals.path("awardValue").asText()).isEqualTo("28600.00");
        assertThat(totals.path("contractValue").asText()).isEqualTo("28600.00");
        assertThat(totals.path("ledgerReserved").asText()).isEqualTo("28600.00");
        assertThat(totals.path("transactions").asInt()).isEqualTo(1);
        assertThat(totals.path("transactionValue").asText()).isEqualTo("14300.00");
        assertThat(totals.path("ledgerPaid").asText()).isEqualTo("14300.00");
        balance(town, fund).then().body("spent.PURCHASED_SERVICES", equalTo("14300.00"));
    }

    @Test
    void what_was_paid_after_the_checkpoint_is_not_in_it_and_the_same_question_has_the_same_answer() {
        Map<String, byte[]> before = known(7);
        long knownAt = json(before, "manifest.json").at("/head/knownAt").asLong();
        assess(town, purchase, 2, 95).then().statusCode(200);
        paid(town, purchase, 2);
        assertThat(json(known(9), "manifest.json")
                        .at("/totals/transactionValue")
                        .asText())
                .isEqualTo("28600.00");
        Map<String, byte[]> again = exported("&knownAt=" + knownAt);
        assertThat(json(again, "manifest.json").at("/totals/transactionValue").asText())
                .isEqualTo("14300.00");
        assertThat(again.get("releases-0001.json")).isEqualTo(before.get("releases-0001.json"));
        assertThat(again.get("records-0001.json")).isEqualTo(before.get("records-0001.json"));
    }

    @Test
    void what_comes_back_is_a_transaction_too_and_at_every_number_of_the_log_the_totals_reconcile() {
        long first = json(exported(""), "manifest.json").at("/head/size").asLong();
        assess(town, purchase, 2, 95).then().statusCode(200);
        String expenditure = paid(town, purchase, 2);
        once(finance(town.district()))
                .body(Map.of("amount", "300.00", "bookedOn", TODAY, "bankReference", UUID.randomUUID()))
                .post("/v1/expenditures/" + expenditure + "/refunds")
                .then()
                .statusCode(201);
        JsonNode paidAndRefunded = json(known(10), "records-0001.json").at("/records/0/releases/9/contracts/0");
        assertThat(paidAndRefunded.at("/implementation/transactions").findValues("amount"))
                .extracting(JsonNode::asDouble)
                .containsExactly(14300.00, 14300.00, -300.00);
        reverse(town, paidAndRefunded.at("/implementation/transactions/2/id").asText())
                .then()
                .statusCode(201);
        reverse(town, paidAndRefunded.at("/implementation/transactions/1/id").asText())
                .then()
                .statusCode(201);
        Map<String, byte[]> last = known(12);
        JsonNode totals = json(last, "manifest.json").path("totals");
        assertThat(totals.path("transactions").asInt()).isEqualTo(5);
        assertThat(totals.path("transactionValue").asText()).isEqualTo("14300.00");
        assertThat(totals.path("ledgerPaid").asText()).isEqualTo("14300.00");
        OcdsFields.requireRecordPackage(json(last, "records-0001.json"));
        for (long at = first; at < json(last, "manifest.json").at("/head/size").asLong(); at++) {
            assertThat(exported("&knownAt=" + at)).as("known at %d", at).containsKey("manifest.json");
        }
    }

    @Test
    void a_file_that_was_tampered_with_does_not_match_the_manifest() {
        Map<String, byte[]> files = known(7);
        String honest = new String(files.get("records-0001.json"), UTF_8);
        files.put(
                "records-0001.json",
                honest.replaceFirst("14300[.]00", "14300.01").getBytes(UTF_8));
        assertThat(different(files)).containsExactly("records-0001.json");
    }

    @Test
    void every_release_is_bound_to_the_log_by_its_digest() {
        List<String> published = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT release FROM purchase_release WHERE purchase = :purchase ORDER BY id")
                .bind("purchase", UUID.fromString(purchase))
                .mapTo(String.class)
                .list());
        List<String> told = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT data FROM event_outbox WHERE subject = :purchase
                        AND type = 'cn.shequ.funding.purchase-release-published.v1' ORDER BY id""")
                .bind("purchase", purchase)
                .mapTo(String.class)
                .list());
        assertThat(told).hasSize(7);
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i))
                    .contains("\"digest\":\"" + digest(published.get(i).getBytes(UTF_8)) + "\"");
        }
    }

    @Test
    void money_of_a_purchase_does_not_move_in_silence_even_by_raw_sql() {
        assertThatThrownBy(() -> RuntimeRole.attempt(this::refundInSilence))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("moves money of a purchase in silence");
    }

    private void refundInSilence(RuntimeRole sql) throws SQLException {
        UUID refund = UUID.randomUUID();
        UUID entry = UUID.randomUUID();
        sql.run("""
                INSERT INTO expenditure_refund (id, ledger, expenditure, amount, booked_on, bank_reference, recorded_by,
                                                recorded_at)
                SELECT ?, x.ledger, x.id, 1, ?, ?, 'raw', now()
                FROM purchase_contract c JOIN purchase_payment y ON y.contract = c.id JOIN expenditure x ON x.id = y.expenditure
                WHERE c.purchase = ?::uuid""", refund, TODAY, refund.toString(), purchase);
        sql.run("""
                INSERT INTO entry (id, ledger, booked_on, kind, document, made_by, recorded_at, event)
                VALUES (?, ?::uuid, ?, 'REFUND', ?, 'raw', now(),
                        (SELECT max(event) FROM purchase_release WHERE purchase = ?::uuid))""", entry, town.ledger(), TODAY, refund, purchase);
        sql.run("""
                INSERT INTO posting (entry, line, account, fund, category, amount)
                VALUES (?, 1, 'BANK', NULL, NULL, 1), (?, 2, 'SPENT', ?::uuid, 'PURCHASED_SERVICES', -1),
                       (?, 3, 'APPLIED', ?::uuid, NULL, 1), (?, 4, 'AVAILABLE', ?::uuid, NULL, -1)""", entry, entry, fund, entry, fund, entry, fund);
    }

    @Test
    void other_roles_are_refused_and_what_lies_outside_the_territory_is_not_found() {
        String path = "/v1/exports/books?format=ocds&";
        finance(town.neighbour()).get(path + "ledger=" + town.ledger()).then().statusCode(404);
        finance(town.neighbour())
                .get(path + "division=" + town.district())
                .then()
                .statusCode(404);
        cashier(town).get(path + "ledger=" + town.ledger()).then().statusCode(403);
        RestAssured.get(path + "ledger=" + town.ledger()).then().statusCode(401);
        accountant(town).get(path + "ledger=" + town.ledger()).then().statusCode(200);
    }

    @Test
    void a_purchase_is_exported_whole_and_nothing_is_exported_where_nothing_is_bought() {
        for (String day : List.of("from", "to")) {
            finance(town.district())
                    .get("/v1/exports/books?format=ocds&" + day + "=" + TODAY)
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of(day)))
                    .body("errors.code", equalTo(List.of("unknown-field")));
        }
        Map<String, byte[]> nothing = unzipped(finance(town.neighbour()), "");
        assertThat(nothing.keySet()).containsExactly("checkpoint", "manifest.json");
        assertThat(json(nothing, "manifest.json").at("/totals/purchases").asInt())
                .isZero();
    }

    /** As soon as the log knows so many releases. */
    private Map<String, byte[]> known(int releases) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> exported(""),
                        files -> json(files, "manifest.json")
                                        .at("/totals/releases")
                                        .asInt()
                                == releases);
    }

    private Map<String, byte[]> exported(String query) {
        return unzipped(as("auditor", Roles.AUDITOR, town.city()), "&ledger=" + town.ledger() + query);
    }

    private static Map<String, byte[]> unzipped(RequestSpecification reader, String query) {
        byte[] zip = reader.get("/v1/exports/books?format=ocds" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The files whose digest or size is not what the manifest says. */
    private static List<String> different(Map<String, byte[]> files) {
        List<String> different = new ArrayList<>();
        for (JsonNode file : json(files, "manifest.json").path("files")) {
            byte[] content = files.get(file.path("name").asText());
            if (content.length != file.path("bytes").asLong()
                    || !digest(content).equals(file.path("sha256").asText())) {
                different.add(file.path("name").asText());
            }
        }
        return different;
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        try {
            return JSON.readTree(files.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
