package cn.shequ.localstack.flow;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Step 6: what a fund does not allow is refused and on record; the right expenditure is approved and paid. */
public final class ExpenditureScene {

    /**
     * @param diversion the answer to the category that the fund does not allow
     * @param onRecord whether the attempt stands in finance's list
     * @param ownApproval what the accountant's own approval got
     * @param available what the fund has left after the payment
     */
    public record Spent(
            Answer diversion,
            boolean onRecord,
            Answer ownApproval,
            String expenditure,
            String stage,
            String available) {}

    private static final byte[] INVOICE = "%PDF-1.7 演示文印店 体检通知印制 1200.00".getBytes(StandardCharsets.UTF_8);

    private ExpenditureScene() {}

    static Spent play(City city, String fund, LocalDate today) {
        String evidence = city.as("accountant-nanling")
                .upload("/funding/v1/documents", INVOICE)
                .expect(201)
                .text("/digest");
        Answer diversion = city.as("accountant-nanling")
                .post("/funding/v1/expenditures", expenditure(fund, "PREMISES_UPKEEP", "1200.00", evidence, today));
        boolean onRecord = city.as("finance-nanguan")
                .get("/funding/v1/diversion-attempts?limit=200")
                .expect(200)
                .json()
                .findValuesAsText("id")
                .contains(diversion.json().path("attemptId").asText());
        String expenditure = city.as("accountant-nanling")
                .post("/funding/v1/expenditures", expenditure(fund, "LABOUR_FEES", "1200.00", evidence, today))
                .expect(201)
                .text("/id");
        String path = "/funding/v1/expenditures/" + expenditure;
        Answer ownApproval = city.as("accountant-nanling").post(path + "/approval", Map.of());
        city.as("approver-nanling").post(path + "/approval", Map.of()).expect(200);
        Answer paid = city.as("cashier-nanling")
                .post(path + "/payment", Map.of("bookedOn", today.toString()))
                .expect(200);
        Answer balance = city.as("finance-nanguan")
                .get("/funding/v1/funds/" + fund + "/balance")
                .expect(200);
        return new Spent(
                diversion, onRecord, ownApproval, expenditure, paid.text("/stage"), balance.text("/available"));
    }

    private static Map<String, Object> expenditure(
            String fund, String category, String amount, String evidence, LocalDate today) {
        return Map.of(
                "fund",
                fund,
                "category",
                category,
                "amount",
                amount,
                "payee",
                "演示文印店",
                "purpose",
                "体检通知入户发放劳务",
                "evidence",
                List.of(evidence),
                "bookedOn",
                today.toString());
    }
}
