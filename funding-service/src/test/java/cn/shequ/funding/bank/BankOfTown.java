package cn.shequ.funding.bank;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.recorded;

import cn.shequ.funding.Town;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bank account of a test's town: what is booked on it, and the bank's own statements of it. */
final class BankOfTown {

    static final LocalDate FROM = TODAY.minusDays(9);

    private final Town town;
    private final String fund;

    BankOfTown(Town town) {
        this.town = town;
        fund = aFund(town);
    }

    /** The entry of money that came in under a reference of the bank. */
    String received(String reference, String amount) {
        Map<String, Object> receipt = receipt(town, amount);
        receipt.put("fund", fund);
        receipt.put("bankReference", reference);
        return once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
    }

    /** The entry of a payment by the cashier. */
    String paid(String amount) {
        String expenditure = recorded(town, fund, amount);
        approve(town, expenditure).then().statusCode(200);
        List<String> entries =
                pay(town, expenditure).then().statusCode(200).extract().path("steps.entry");
        return entries.getLast();
    }

    static Map<String, Object> line(String reference, String amount) {
        Map<String, Object> line = new HashMap<>();
        line.put("bankReference", reference);
        line.put("bookedOn", TODAY);
        line.put("amount", amount);
        return line;
    }

    @SafeVarargs
    final Map<String, Object> statement(String number, String opening, String closing, Map<String, Object>... lines) {
        Map<String, Object> statement = new HashMap<>();
        statement.put("ledger", town.ledger());
        statement.put("number", number);
        statement.put("periodFrom", FROM);
        statement.put("periodTo", TODAY);
        statement.put("opening", opening);
        statement.put("closing", closing);
        statement.put("lines", List.of(lines));
        return statement;
    }

    Response importing(Map<String, Object> statement) {
        return accountant(town).body(statement).post("/v1/bank-statements");
    }

    Response unmatched(String side) {
        return accountant(town).get("/v1/ledgers/" + town.ledger() + "/unmatched-" + side + "?on=" + TODAY);
    }
}
