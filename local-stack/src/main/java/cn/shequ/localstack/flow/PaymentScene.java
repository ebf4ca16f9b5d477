package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Step 5: funding has opened an obligation for each placement; what is paid in full becomes active. */
public final class PaymentScene {

    /**
     * @param stagesAfterFirst the stage of each community's placement after some were paid
     * @param stagesAfterAll the same after all were paid
     * @param funds the fund of each community's placement
     */
    public record Paid(
            String firstReceipt,
            Map<String, String> stagesAfterFirst,
            Map<String, String> stagesAfterAll,
            Map<String, String> funds) {

        /** The fund of a community's placement. */
        String fund(String community) {
            String fund = funds.get(community);
            if (fund == null) {
                throw new FlowBroken("no fund for " + community + " in " + funds);
            }
            return fund;
        }
    }

    private PaymentScene() {}

    static Paid play(City city, AdmissionScene.Signed signed, LocalDate today) {
        Map<String, JsonNode> obligations = obligations(city, signed);
        List<JsonNode> first = List.of(obligations.get(Places.HUAYANG), obligations.get(Places.HENGAN));
        String receipt = receive(city, first, today, "first");
        Map<String, String> afterFirst = stages(city, signed.application(), first.size());

        Map<String, List<JsonNode>> restByLedger = new LinkedHashMap<>();
        obligations.forEach((community, obligation) -> {
            if (!first.contains(obligation)) {
                restByLedger
                        .computeIfAbsent(obligation.path("ledger").asText(), none -> new ArrayList<>())
                        .add(obligation);
            }
        });
        restByLedger.forEach((ledger, rest) -> receive(city, rest, today, "rest"));
        Map<String, String> afterAll = stages(city, signed.application(), obligations.size());
        return new Paid(
                receipt,
                afterFirst,
                afterAll,
                obligations.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .path("fund")
                        .asText())));
    }

    /** By community; waits until there is one for every placement. */
    public static Map<String, JsonNode> obligations(City city, AdmissionScene.Signed signed) {
        return City.eventually("one obligation for each placement", Places.PATIENCE, () -> {
            Map<String, JsonNode> found = new TreeMap<>();
            city.as("finance-nanguan")
                    .get("/funding/v1/obligations?payer=" + Places.HEALTH + "&limit=200")
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(obligation -> {
                        if (signed.placements()
                                .containsValue(
                                        obligation.path("originReference").asText())) {
                            found.put(obligation.path("community").asText(), obligation);
                        }
                    });
            return found.size() == signed.placements().size() ? found : null;
        });
    }

    private static String receive(City city, List<JsonNode> obligations, LocalDate today, String name) {
        List<Map<String, String>> settles = obligations.stream()
                .map(obligation -> Map.of(
                        "obligation", obligation.path("id").asText(),
                        "amount", obligation.path("outstanding").asText()))
                .toList();
        java.math.BigDecimal amount = settles.stream()
                .map(settlement -> new java.math.BigDecimal(settlement.get("amount")))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        String ledger = obligations.getFirst().path("ledger").asText();
        return city.as("finance-nanguan")
                .post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                ledger,
                                "payer",
                                Places.HEALTH,
                                "amount",
                                amount.toPlainString(),
                                "bookedOn",
                                today.toString(),
                                "bankReference",
                                "demonstration-" + name + "-" + ledger.substring(24),
                                "settles",
                                settles))
                .expect(201)
                .text("/id");
    }

    /** The stage of each placement, once as many are active as were paid. */
    private static Map<String, String> stages(City city, String application, int active) {
        return City.eventually(active + " active placements", Places.PATIENCE, () -> {
            Map<String, String> stages = new TreeMap<>();
            AdmissionScene.placements(city, application)
                    .forEach((community, placement) ->
                            stages.put(community, placement.path("stage").asText()));
            return stages.values().stream().filter("ACTIVE"::equals).count() == active ? stages : null;
        });
    }
}
