package cn.shequ.funding;

import static io.restassured.RestAssured.given;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tests of this service say to it over HTTP. */
public final class Calls {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    public static final String DEPARTMENT = "11220102DEM000014K";

    /** An invoice that every town has uploaded. */
    public static final byte[] INVOICE = "%PDF-1.7 invoice".getBytes(StandardCharsets.UTF_8);

    public static final String DIGEST = digest(INVOICE);

    private Calls() {}

    public static RequestSpecification as(String person, String role, DivisionCode division) {
        return as(person, role, division, null);
    }

    public static RequestSpecification as(String person, String role, DivisionCode division, String department) {
        return given().auth()
                .oauth2(Tokens.of(person, List.of(role), division.value(), department))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    public static RequestSpecification finance(DivisionCode division) {
        return as("finance", Roles.FINANCE_OFFICER, division);
    }

    public static RequestSpecification accountant(Town town) {
        return as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.street());
    }

    public static RequestSpecification approver(Town town) {
        return as("approver", Roles.SUBDISTRICT_APPROVER, town.street());
    }

    public static RequestSpecification cashier(Town town) {
        return as("cashier", Roles.SUBDISTRICT_CASHIER, town.street());
    }

    public static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID());
    }

    /** A document that somebody uploads; its digest. */
    public static String upload(RequestSpecification person, byte[] bytes) {
        return person.contentType("application/octet-stream")
                .body(bytes)
                .post("/v1/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("digest");
    }

    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fund for working costs of the town's first community. */
    public static String aFund(Town town) {
        return aFund(town, town.ledger());
    }

    public static String aFund(Town town, String ledger) {
        return once(finance(town.district()))
                .body(Map.of(
                        "ledger",
                        ledger,
                        "source",
                        "DISTRICT",
                        "purpose",
                        "WORKING_COSTS",
                        "fiscalYear",
                        TODAY.getYear(),
                        "spendBy",
                        TODAY.plusYears(1)))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> receipt(Town town, String amount) {
        Map<String, Object> receipt = new HashMap<>();
        receipt.put("ledger", town.ledger());
        receipt.put("payer", town.district());
        receipt.put("amount", amount);
        receipt.put("bookedOn", TODAY);
        receipt.put("bankReference", UUID.randomUUID().toString());
        return receipt;
    }

    /** Money that came in for a fund. */
    public static Response receive(Town town, String fund, String amount) {
        return receive(town, fund, amount, TODAY);
    }

    public static Response receive(Town town, String fund, String amount, LocalDate bookedOn) {
        Map<String, Object> receipt = receipt(town, amount);
        receipt.put("fund", fund);
        receipt.put("bookedOn", bookedOn);
        return once(finance(town.district())).body(receipt).post("/v1/receipts");
    }

    /** An opening balance of one fund, recorded and not approved yet; its id. */
    public static String openingRecorded(Town town, String fund, String amount) {
        return once(accountant(town))
                .body(Map.of(
                        "bookedOn",
                        TODAY,
                        "bankBalance",
                        amount,
                        "evidence",
                        DIGEST,
                        "funds",
                        List.of(Map.of("fund", fund, "amount", amount))))
                .post("/v1/ledgers/" + town.ledger() + "/opening-balance")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> expenditure(String fund, String amount) {
        Map<String, Object> expenditure = new HashMap<>();
        expenditure.put("fund", fund);
        expenditure.put("category", "WORKING_COSTS");
        expenditure.put("amount", amount);
        expenditure.put("payee", "某某文印店");
        expenditure.put("purpose", "入户宣传材料制作");
        expenditure.put("evidence", List.of(DIGEST));
        expenditure.put("bookedOn", TODAY);
        return expenditure;
    }

    /** An expenditure that the accountant recorded. */
    public static String recorded(Town town, String fund, String amount) {
        return once(accountant(town))
                .body(expenditure(fund, amount))
                .post("/v1/expenditures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response approve(Town town, String expenditure) {
        return once(approver(town)).post("/v1/expenditures/" + expenditure + "/approval");
    }

    public static Response pay(Town town, String expenditure) {
        return once(cashier(town)).body(Map.of("bookedOn", TODAY)).post("/v1/expenditures/" + expenditure + "/payment");
    }

    public static Response reverse(Town town, String entry) {
        return once(accountant(town)).body(Map.of("bookedOn", TODAY)).post("/v1/entries/" + entry + "/reversal");
    }

    public static Response balance(Town town, String fund) {
        return finance(town.district()).get("/v1/funds/" + fund + "/balance");
    }
}
