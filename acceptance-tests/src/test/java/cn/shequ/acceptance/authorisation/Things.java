package cn.shequ.acceptance.authorisation;

import cn.shequ.acceptance.AnnualTargets;
import cn.shequ.acceptance.CommitteeSeal;
import cn.shequ.acceptance.Election;
import cn.shequ.acceptance.Honours;
import cn.shequ.acceptance.NextYearsEvaluation;
import cn.shequ.acceptance.SocialOrganisation;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import cn.shequ.localstack.flow.Story;
import cn.shequ.localstack.issuer.Demonstration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The things that rows of the matrix name: of the main flow, and of what it does not come to. */
final class Things {

    private Things() {}

    static Map<String, String> of(Story story) {
        City city = story.city();
        Map<String, String> things = new HashMap<>();
        things.put("today", story.today().toString());
        things.put("year", Integer.toString(story.today().getYear()));
        things.put("health", Places.HEALTH);
        things.put("education", Places.EDUCATION);
        things.put("leader", Demonstration.load().person("leader-nanguan").subject());
        things.put("allocation", story.allocation().allocation());
        things.put("application", story.signed().application());
        things.put(
                "attachment",
                city.as("health-nanguan")
                        .get("/admission/v1/task-applications/" + things.get("application"))
                        .expect(200)
                        .text("/form/attachments/0/document"));
        things.put("receipt", story.paid().firstReceipt());
        things.put("fund", String.valueOf(story.paid().funds().get(Places.HUAYANG)));
        things.put("expenditure", story.spent().expenditure());
        things.put(
                "evidence",
                city.as("accountant-nanling")
                        .get("/funding/v1/expenditures/" + things.get("expenditure"))
                        .expect(200)
                        .text("/evidence/0"));
        String placement = String.valueOf(story.signed().placements().get(Places.HUAYANG));
        things.put("placement", placement);
        things.put(
                "exit",
                city.as("community-huayang")
                        .post("/admission/v1/exit-proposals", Map.of("placement", placement, "effect", "参加者不足一成"))
                        .expect(201)
                        .text("/id"));
        things.put("seal", CommitteeSeal.of(city));
        things.put(
                "committeeTerm",
                Election.recorded(city, Places.HUAYANG, story.today())
                        .expect(201)
                        .text("/id"));
        things.put("sealUse", CommitteeSeal.requested(city, "x").expect(201).text("/id"));
        things.put("sealDemand", CommitteeSeal.demanded(city).text("/attemptId"));
        things.put(
                "formReview",
                city.as("office-nanguan")
                        .post("/admission/v1/form-reviews", Map.of("department", Places.HEALTH, "title", "x"))
                        .expect(201)
                        .text("/id"));
        things.put("organisation", SocialOrganisation.ofTheHealthBureau(city));
        things.put(
                "supervision",
                SocialOrganisation.toRectify(city, things.get("organisation"), "2099-12-31")
                        .expect(201)
                        .text("/id"));
        things.put("nextYear", Integer.toString(story.today().getYear() + 1));
        things.put("evaluationItem", NextYearsEvaluation.item(city));
        things.put("inspection", NextYearsEvaluation.announced(city, Map.of()).text("/attemptId"));
        things.put(
                "nomination",
                Honours.nominated(city, Places.BAIYI, "x").expect(201).text("/id"));
        things.put("award", Honours.granted(city, Places.BAIYI, "y"));
        things.put("campaign", Honours.campaign(city, "SAFE"));
        things.put(
                "entryOfCampaign",
                Honours.entered(city, "community-huayang", things.get("campaign"))
                        .expect(201)
                        .text("/id"));
        things.put(
                "assessment",
                AnnualTargets.issued(city, Places.NANLING, story.today().getYear() + 1));
        things.put("refusal", story.refused().refusal());
        things.put("development", story.reviewed().development());
        things.put(
                "review",
                first(
                        city,
                        "planning-nanguan",
                        "/facilities/v1/developments/" + story.reviewed().development() + "/planning-reviews"));
        things.put("group", first(city, "office-nanguan", "/admission/v1/leading-groups"));
        things.put("premises", first(city, "officer-nanling", "/facilities/v1/premises"));
        things.put("ledger", first(city, "accountant-nanling", "/funding/v1/ledgers"));
        things.put("obligation", first(city, "health-nanguan", "/funding/v1/obligations"));
        things.put(
                "entry", first(city, "accountant-nanling", "/funding/v1/ledgers/" + things.get("ledger") + "/entries"));
        String diversion = story.spent().diversion().text("/attemptId");
        things.putAll(BurdenThings.of(city));
        things.putAll(MoneyThings.of(city, story.today(), things.get("ledger"), diversion));
        return things;
    }

    private static String first(City city, String username, String list) {
        JsonNode item = city.as(username).get(list).expect(200).json().at("/items/0");
        return item.path("id").asText();
    }
}
