package cn.shequ.localstack.flow;

import cn.shequ.localstack.issuer.Demonstration;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Steps 3 and 4: a department asks whether it may hand over a task, and applies for it. */
public final class AdmissionScene {

    private static final String MATTER = "PUBLIC_HEALTH";
    private static final int MEMBERS = 5;
    private static final int VOTES_TO_SETTLE = 3;

    /** What the admission check answered. */
    public record Check(boolean permitted, List<Integer> articles, JsonNode answer) {}

    /**
     * The signed application.
     *
     * @param placements placement id by community
     */
    public record Signed(String application, Map<String, String> placements) {}

    private static final byte[] COMPUTATION = "%PDF-1.7 演示 经费测算表 120小时×25元".getBytes(StandardCharsets.UTF_8);

    private AdmissionScene() {}

    /** Whether the health bureau may hand its task to a community today, asked by its own system. */
    static Check check(City city, String community) {
        JsonNode answer = city.as("health-nanguan")
                .get("/admission/v1/admission-checks?department=" + Places.HEALTH + "&community=" + community
                        + "&matter=" + MATTER)
                .expect(200)
                .json();
        List<Integer> articles = new ArrayList<>();
        answer.findValues("articles").forEach(list -> list.forEach(article -> articles.add(article.asInt())));
        return new Check(
                answer.path("permitted").asBoolean(),
                articles.stream().distinct().sorted().toList(),
                answer);
    }

    static void register(City city) {
        department(
                city,
                Places.HEALTH,
                "南关区卫生健康局（演示）",
                "COOPERATING_DEPARTMENT",
                "HEALTH",
                "POPULATION_AND_FAMILY_PLANNING");
        department(city, Places.EDUCATION, "南关区教育局（演示）", "COOPERATING_DEPARTMENT", "EDUCATION");
        department(city, Places.CIVIL_AFFAIRS, "南关区民政局（演示）", "LEAD_DEPARTMENT", "CIVIL_AFFAIRS");
        city.as("office-nanguan")
                .post(
                        "/admission/v1/leading-groups",
                        Map.of(
                                "division",
                                Places.NANGUAN,
                                "composition",
                                Map.of(
                                        "hostDepartment",
                                        Places.CIVIL_AFFAIRS,
                                        "principalLeader",
                                        subject("leader-nanguan"),
                                        // The district's Party secretary leads its group.
                                        "firstResponsible",
                                        Map.of("person", subject("leader-nanguan"), "termFrom", "2011-12-14"),
                                        "validFrom",
                                        "2011-12-14",
                                        "members",
                                        members())))
                .expect(201);
    }

    private static void department(City city, String code, String name, String category, String... functions) {
        city.as("civil-affairs-nanguan")
                .post(
                        "/admission/v1/departments",
                        Map.of(
                                "creditCode", code,
                                "division", Places.NANGUAN,
                                "nameZh", name,
                                "category", category,
                                "affiliationLevel", "COUNTY_LEVEL",
                                "functions", functions))
                .expect(201);
    }

    private static List<Map<String, String>> members() {
        return IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(i -> Map.of("person", subject("member-" + i + "-nanguan"), "termFrom", "2011-12-14"))
                .toList();
    }

    private static String subject(String username) {
        return Demonstration.load().person(username).subject();
    }

    /** The form is filed with how its funds were computed, accepted, voted on and signed. */
    public static Signed apply(City city, LocalDate today) {
        String computation = city.as("health-nanguan")
                .upload("/admission/v1/documents", COMPUTATION)
                .expect(201)
                .text("/digest");
        String application = city.as("health-nanguan")
                .post("/admission/v1/task-applications", form(today, computation))
                .expect(201)
                .text("/id");
        String path = "/admission/v1/task-applications/" + application;
        city.as("health-nanguan").post(path + "/submission", Map.of()).expect(200);
        city.as("office-nanguan").post(path + "/acceptance", Map.of()).expect(200);
        for (int i = 1; i <= VOTES_TO_SETTLE; i++) {
            city.as("member-" + i + "-nanguan")
                    .post(path + "/votes", Map.of("ballot", "FOR"))
                    .expect(200);
        }
        city.as("leader-nanguan").post(path + "/signature", Map.of()).expect(200);
        Map<String, String> placements = new TreeMap<>();
        placements(city, application)
                .forEach((community, placement) ->
                        placements.put(community, placement.path("id").asText()));
        return new Signed(application, placements);
    }

    /** The placements of the application today, by community. */
    public static Map<String, JsonNode> placements(City city, String application) {
        Map<String, JsonNode> placements = new TreeMap<>();
        city.as("health-nanguan")
                .get("/admission/v1/task-applications/" + application + "/placements?limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(placement -> placements.put(placement.path("community").asText(), placement));
        return placements;
    }

    private static Map<String, Object> form(LocalDate today, String computation) {
        String lastDay = today.getYear() + "-12-31";
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", "老年人健康体检登记");
        form.put("domain", MATTER);
        form.put("legalBasis", "《中华人民共和国基本医疗卫生与健康促进法》");
        form.put("communities", List.of(Places.NANLING, Places.ZIQIANG));
        form.put("content", "通知并登记辖区内65岁以上老年人参加年度健康体检");
        form.put("objects", "65岁及以上常住居民");
        form.put("authority", "通知、登记，不得收费");
        form.put("validFrom", today.toString());
        form.put("validTo", lastDay);
        form.put("workload", "每个社区约120小时");
        form.put("payer", Places.HEALTH);
        form.put("fundingBasis", "120小时，每小时25元，另加工作经费与场地条件");
        form.put(
                "funding",
                List.of(Map.of(
                        "fundingYear", today.getYear(),
                        "workingFunds", "2000.00",
                        "labourFees", "3000.00",
                        "conditions", "500.00",
                        "payBy", lastDay)));
        form.put("attachments", List.of(Map.of("title", "经费测算表", "document", computation)));
        return form;
    }
}
