package cn.shequ.funding.export;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
@Tag("art-16")
class BookExportComponentTest {

    private static final LocalDate LAST_YEAR = LocalDate.of(TODAY.getYear() - 1, 12, 31);

    @Inject
    Towns towns;

    private Town town;
    private String fund;
    private List<Integer> known;

    /** 30.00 came in last year and 100.00 this year, of which 60.00 were spent. */
    @BeforeEach
    void book() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "30.00", LAST_YEAR).then().statusCode(201);
        receive(town, fund, "100.00").then().statusCode(201);
        String expenditure = recorded(town, fund, "60.00");
        approve(town, expenditure).then().statusCode(200);
        pay(town, expenditure).then().statusCode(200);
        known = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> finance(town.district())
                                .get("/v1/ledgers/" + town.ledger() + "/entries")
                                .jsonPath()
                                .<Integer>getList("items.sequence"),
                        numbers -> numbers.size() == 4 && numbers.stream().allMatch(Objects::nonNull));
    }

    @Test
    void theBooksAreMadeAtACheckpointAndTheirTotalsReconcile() throws Exception {
        Map<String, byte[]> files = books(finance(town.district()), "ledger=" + town.ledger());
        JsonPath manifest = manifest(files);
        SignedNote note = SignedNote.parse(text(files, "checkpoint"));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(NoteKey.parse(RestAssured.get("/v1/fund-events/key").asString())
                        .signed(note))
                .isTrue();
        assertThat(manifest.getLong("head.size")).isEqualTo(checkpoint.size());
        assertThat(manifest.getString("head.root")).isEqualTo(checkpoint.root().base64());
        assertThat(manifest.getLong("head.knownAt")).isEqualTo(checkpoint.size() - 1);
        assertThat(manifest.getString("totals.voucherDebit")).isEqualTo("280.00");
        assertThat(manifest.getString("totals.voucherCredit")).isEqualTo("280.00");
        assertThat(manifest.getString("totals.openingSum")).isEqualTo("0.00");
        for (Map<String, Object> file : manifest.<Map<String, Object>>getList("files")) {
            byte[] content = files.get((String) file.get("name"));
            assertThat(file.get("bytes")).isEqualTo(content.length);
            assertThat(file.get("sha256"))
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        List<CSVRecord> vouchers = records(files, "vouchers.csv");
        assertThat(vouchers).hasSize(manifest.getInt("files.find { it.name == 'vouchers.csv' }.rows"));
        assertThat(vouchers).allMatch(row -> row.get("voucher").matches("[0-9]{4}-[0-9]{2}-[0-9]{4}"));
        assertThat(records(files, "balances.csv")).anySatisfy(row -> {
            assertThat(row.get("account")).isEqualTo("BANK");
            assertThat(row.get("opening")).isEqualTo("30.00");
            assertThat(row.get("debit")).isEqualTo("100.00");
            assertThat(row.get("credit")).isEqualTo("60.00");
            assertThat(row.get("closing")).isEqualTo("70.00");
        });
        assertThat(records(files, "funds.csv"))
                .extracting(row -> row.get("fund"))
                .containsExactly(fund);
    }

    @Test
    void askedAgainAsKnownAtANumberTheContentIsTheSame() throws Exception {
        String query = "ledger=" + town.ledger() + "&from=" + LAST_YEAR + "&knownAt=" + known.get(1);
        Map<String, byte[]> before = books(finance(town.district()), query);
        receive(town, fund, "5.00", LAST_YEAR).then().statusCode(201);
        Map<String, byte[]> after = books(finance(town.district()), query);
        assertThat(after.get("vouchers.csv")).isEqualTo(before.get("vouchers.csv"));
        assertThat(after.get("balances.csv")).isEqualTo(before.get("balances.csv"));
        assertThat(records(after, "vouchers.csv")).hasSize(4);
        assertThat(manifest(after).getString("totals.voucherDebit")).isEqualTo("130.00");
    }

    @Test
    void onlyMovementsOfTheDaysAskedForAreShown() throws Exception {
        Map<String, byte[]> files =
                books(finance(town.district()), "ledger=" + town.ledger() + "&from=2011-01-01&to=" + LAST_YEAR);
        assertThat(records(files, "vouchers.csv"))
                .extracting(row -> row.get("debit"), row -> row.get("credit"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("30.00", ""),
                        org.assertj.core.groups.Tuple.tuple("", "30.00"));
    }

    @Test
    void aWorkbookHasTheSameTablesInTheReadersLanguage() throws Exception {
        Map<String, byte[]> files = books(accountant(town), "format=xlsx&ledger=" + town.ledger());
        Map<String, String> parts = BookFilesTest.parts(files.get("books.xlsx"));
        assertThat(parts.get("xl/workbook.xml")).contains("Vouchers", "Balances");
        assertThat(parts.get("xl/worksheets/sheet4.xml")).contains("Bank", "<v>100.00</v>");
        assertThat(manifest(files).getString("totals.balanceDebit")).isEqualTo("280.00");
    }

    @Test
    void accountingDataComeByMonthsOfOneYear() throws Exception {
        Map<String, byte[]> files = books(
                finance(town.district()),
                "format=accounting-data&ledger=" + town.ledger() + "&from=" + TODAY.withDayOfYear(1));
        assertThat(text(files, "记账凭证.csv")).startsWith("电子账簿编号,记账凭证日期");
        assertThat(text(books(finance(town.district()), "bom=true&ledger=" + town.ledger()), "ledgers.csv"))
                .startsWith("\uFEFFledger,");
        List<CSVRecord> balances = records(files, "科目余额及发生额.csv");
        assertThat(balances)
                .filteredOn(row -> row.get("科目编号").equals("BANK")
                        && row.get("会计期间号").equals(String.valueOf(TODAY.getMonthValue())))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("期初余额方向")).isEqualTo("借");
                    assertThat(row.get("期初本币余额")).isEqualTo("30.00");
                    assertThat(row.get("期末本币余额")).isEqualTo("70.00");
                });
        assertThat(records(files, "会计科目.csv"))
                .extracting(row -> row.get("科目名称"))
                .contains("银行存款");
        finance(town.district())
                .get("/v1/exports/books?format=accounting-data&from=" + LAST_YEAR)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("from")));
    }

    @Test
    void aDivisionGetsAllItsLedgersAndNoOther() throws Exception {
        Map<String, byte[]> files = books(auditor(), "division=" + town.district());
        assertThat(records(files, "ledgers.csv"))
                .extracting(row -> row.get("division"))
                .containsExactly(town.district().value(), town.street().value());
        assertThat(records(books(auditor(), ""), "ledgers.csv")).hasSize(5);
        assertThat(records(books(accountant(town), ""), "ledgers.csv")).hasSize(1);
    }

    @Test
    void whatLiesOutsideTheTerritoryIsNotFoundAndOtherRolesAreRefused() {
        finance(town.neighbour())
                .get("/v1/exports/books?ledger=" + town.ledger())
                .then()
                .statusCode(404);
        finance(town.neighbour())
                .get("/v1/exports/books?division=" + town.district())
                .then()
                .statusCode(404);
        cashier(town).get("/v1/exports/books").then().statusCode(403);
        RestAssured.get("/v1/exports/books").then().statusCode(401);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        for (String wrong : List.of("knownAt=99999999", "knownAt=-1", "from=2026-02-01&to=2026-01-01")) {
            auditor().get("/v1/exports/books?" + wrong).then().statusCode(400).body("code", equalTo("invalid-request"));
        }
        auditor().get("/v1/exports/books?format=pdf").then().statusCode(400);
        auditor().get("/v1/exports/books?from=never").then().statusCode(400);
    }

    private RequestSpecification auditor() {
        return as("auditor", Roles.AUDITOR, town.city());
    }

    private static Map<String, byte[]> books(RequestSpecification reader, String query) throws IOException {
        return unzip(reader.get("/v1/exports/books" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private static JsonPath manifest(Map<String, byte[]> files) {
        return JsonPath.from(text(files, "manifest.json"));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), UTF_8);
    }

    private static List<CSVRecord> records(Map<String, byte[]> files, String name) throws IOException {
        String text = text(files, name);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))
                .getRecords();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
        return files;
    }
}
