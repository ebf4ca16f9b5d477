package cn.shequ.acceptance.authorisation;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money things that the main flow does not make, one of each kind, in Nanling and its district. */
final class MoneyThings {

    private static final String RECEIPT = "MATRIX-RECEIPT";
    private static final Map<String, String> BUDGET = Map.of(
            "UPKEEP", "1.00", "INFORMATISATION", "1.00", "WORKING_COSTS", "1.00", "TRAINING", "1.00", "PAY", "1.00");

    private final City city;
    private final City.Visitor finance;
    private final City.Visitor accountant;
    private final City.Visitor auditor;
    private final LocalDate today;
    private final String ledger;
    private final String diversion;
    private final String fund;
    private final Map<String, String> things = new HashMap<>();

    private MoneyThings(City city, LocalDate today, String ledger, String diversion) {
        this.city = city;
        this.finance = city.as("finance-nanguan");
        this.accountant = city.as("accountant-nanling");
        this.auditor = city.as("auditor-nanguan");
        this.today = today;
        this.ledger = ledger;
        this.diversion = diversion;
        this.fund = fund("PURCHASE_OF_SERVICES");
    }

    /**
     * @param ledger that of Nanling
     * @param diversion an attempt to divert money of that ledger
     */
    static Map<String, String> of(City city, LocalDate today, String ledger, String diversion) {
        MoneyThings money = new MoneyThings(city, today, ledger, diversion);
        money.comes();
        money.isPlanned();
        money.isSpent();
        money.isWatched();
        return money.things;
    }

    private void comes() {
        finance.post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                ledger,
                                "payer",
                                Places.NANGUAN,
                                "amount",
                                "100.00",
                                "bookedOn",
                                today.toString(),
                                "bankReference",
                                RECEIPT,
                                "fund",
                                fund))
                .expect(201);
        make(
                finance,
                "donation",
                "/funding/v1/donations",
                Map.ofEntries(
                        Map.entry("ledger", ledger),
                        Map.entry("purpose", "WORKING_COSTS"),
                        Map.entry("boundTo", List.of("RELIEF")),
                        Map.entry("amount", "10.00"),
                        Map.entry("bookedOn", today.toString()),
                        Map.entry("bankReference", "MATRIX-DONATION"),
                        Map.entry("donor", "某某公司"),
                        Map.entry("anonymous", true),
                        Map.entry("spendBy", today.plusYears(1).toString())));
        make(
                accountant,
                "statement",
                "/funding/v1/bank-statements",
                Map.of(
                        "ledger",
                        ledger,
                        "number",
                        "MATRIX-1",
                        "periodFrom",
                        today.toString(),
                        "periodTo",
                        today.toString(),
                        "opening",
                        "0.00",
                        "closing",
                        "100.00",
                        "lines",
                        List.of(Map.of("bankReference", RECEIPT, "bookedOn", today.toString(), "amount", "100.00"))));
        things.put(
                "match",
                accountant
                        .get("/funding/v1/bank-statements/" + things.get("statement") + "/lines")
                        .expect(200)
                        .text("/items/0/match"));
        batch(
                "receiptbatch",
                "/funding/v1/receipt-batches",
                "ledger,payer,amount,bookedOn,bankReference\n" + ledger + "," + Places.NANGUAN + ",1.00,"
                        + today.plusYears(5) + ",MATRIX-BATCH\n");
    }

    private void isPlanned() {
        make(
                finance,
                "budget",
                "/funding/v1/budgets",
                Map.of("division", Places.NANGUAN, "fiscalYear", today.getYear() + 5, "lines", BUDGET));
        things.put(
                "pool",
                finance.get("/funding/v1/pools?fiscalYear=" + today.getYear())
                        .expect(200)
                        .text("/items/0/id"));
        make(
                city.as("civil-affairs-nanguan"),
                "item",
                "/funding/v1/purchase-items",
                Map.of(
                        "division", Places.NANGUAN,
                        "code", "MATRIX",
                        "title", "居家养老服务",
                        "description", "助餐、助洁"));
        make(
                city.as("officer-nanling"),
                "purchase",
                "/funding/v1/purchases",
                Map.of(
                        "item",
                        things.get("item"),
                        "fund",
                        fund,
                        "division",
                        Places.HUAYANG,
                        "title",
                        "独居老人居家养老服务",
                        "description",
                        "每周两次上门",
                        "budget",
                        "1.00",
                        "bidsDueAt",
                        Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                        "criteria",
                        List.of(
                                Map.of("code", "PRICE", "kind", "PRICE", "title", "报价", "weight", 30),
                                Map.of("code", "PLAN", "kind", "QUALITY", "title", "服务方案", "weight", 70))));
    }

    private void isSpent() {
        make(
                accountant,
                "commitment",
                "/funding/v1/commitments",
                Map.of(
                        "fund",
                        fund,
                        "amount",
                        "5.00",
                        "bookedOn",
                        today.toString(),
                        "until",
                        today.plusMonths(1).toString()));
        make(
                accountant,
                "return",
                "/funding/v1/fund-returns",
                Map.of("fund", fund, "amount", "1.00", "payee", Places.NANGUAN, "bookedOn", today.toString()));
        make(
                finance,
                "reallocation",
                "/funding/v1/reallocations",
                Map.of(
                        "fund",
                        fund,
                        "toFund",
                        fund("TRAINING"),
                        "amount",
                        "10.00",
                        "bookedOn",
                        today.toString(),
                        "documentNumber",
                        "示例财预〔2026〕18号"));
        batch(
                "expenditurebatch",
                "/funding/v1/expenditure-batches",
                "reference,fund,category,amount,payee,purpose,evidence,bookedOn\nMATRIX-1," + fund
                        + ",PURCHASED_SERVICES,1.00,某某文印店,x,," + today.plusYears(5) + "\n");
    }

    private void isWatched() {
        things.put(
                "violation",
                auditor.get("/funding/v1/violations?kind=DIVERSION&subject=" + diversion)
                        .expect(200)
                        .text("/items/0/id"));
        make(
                auditor,
                "audit",
                "/funding/v1/audits",
                Map.of(
                        "ledger",
                        ledger,
                        "periodFrom",
                        today.toString(),
                        "periodTo",
                        today.toString(),
                        "sampleSize",
                        1));
        String audit = "/funding/v1/audits/" + things.get("audit");
        auditor.post(audit + "/drawing", Map.of()).expect(200);
        make(auditor, "finding", audit + "/findings", Map.of("kind", "OTHER", "concerning", fund, "finding", "x"));
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
                                today.plusYears(1).toString()),
                        UUID.randomUUID().toString())
                .expect(201)
                .text("/id");
    }

    private void make(City.Visitor by, String thing, String path, Map<String, Object> wanted) {
        things.put(thing, by.post(path, wanted).expect(201).text("/id"));
    }

    /** Every line is refused, for its day: the batch and its report are there all the same. */
    private void batch(String thing, String path, String table) {
        Answer report = accountant
                .postCsv(path + "?mode=PER_LINE", table.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        things.put(thing, report.text("/id"));
    }
}
