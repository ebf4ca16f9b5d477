package cn.shequ.acceptance;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Social organisations of Huayang, as its community, Nanling and Nanguan deal with them. */
public final class SocialOrganisation {

    static final String ORGANISATIONS = "/admission/v1/organisations";
    private static final String HEAD = "00000000-0000-4000-8000-000000000201";

    private SocialOrganisation() {}

    /** An association for culture and sports that asks for registration. */
    static Map<String, Object> association(String name, int individuals, int institutions) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("community", Places.HUAYANG);
        form.put("nameZh", name);
        form.put("kind", "SOCIAL_ASSOCIATION");
        form.put("category", "CULTURE_AND_SPORTS");
        form.put("track", "REGISTERED");
        form.put("individualMembers", individuals);
        form.put("institutionalMembers", institutions);
        form.put("capital", "5000.00");
        form.put("head", HEAD);
        form.put("verticallyManaged", false);
        return form;
    }

    static Answer applied(City city, Map<String, Object> form) {
        return city.as("community-huayang").post(ORGANISATIONS, form);
    }

    static Answer registered(City city, String organisation, String creditCode) {
        return city.as("civil-affairs-nanguan")
                .post(ORGANISATIONS + "/" + organisation + "/registration", Map.of("creditCode", creditCode));
    }

    /** A unit without members that the district registers. */
    static void aRegisteredUnit(City city, String name, String creditCode) {
        Map<String, Object> form = association(name, 0, 0);
        form.put("kind", "PRIVATE_NON_ENTERPRISE");
        form.put("capital", "10000.00");
        registered(city, applied(city, form).expect(201).text("/id"), creditCode)
                .expect(200);
    }

    /** One that the health bureau set up, on file at Nanling. */
    public static String ofTheHealthBureau(City city) {
        Map<String, Object> form = association("华阳社区健康宣传队", 3, 0);
        form.put("track", "FILED");
        form.put("setUpBy", Places.HEALTH);
        String organisation =
                city.as("health-nanguan").post(ORGANISATIONS, form).expect(201).text("/id");
        city.as("officer-nanling")
                .post(ORGANISATIONS + "/" + organisation + "/filing", Map.of())
                .expect(200);
        return organisation;
    }

    /** A rectification that is open until a day. */
    public static Answer toRectify(City city, String organisation, String dueOn) {
        return city.as("officer-nanling")
                .post(
                        "/admission/v1/supervision-actions",
                        Map.of(
                                "kind",
                                "RECTIFICATION",
                                "organisation",
                                organisation,
                                "participants",
                                List.of(Places.HEALTH),
                                "grounds",
                                "未按章程开展活动",
                                "dueOn",
                                dueOn));
    }

    /** A register of one association, as a district has it in a spreadsheet. */
    static String table(String creditCode, String name, int individuals) {
        return """
                number,community,nameZh,kind,category,track,individualMembers,institutionalMembers,capital,head,headPost,\
                headException,setUpBy,verticallyManaged,basisKind,basisCitation,authority,decidedOn,earlierDocument
                %s,%s,%s,SOCIAL_ASSOCIATION,CULTURE_AND_SPORTS,REGISTERED,%d,0,5000.00,%s,,,,false,,,南关区民政局（演示）,2014-05-06,
                """.formatted(creditCode, Places.HUAYANG, name, individuals, HEAD);
    }
}
