package cn.shequ.admission.exit;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;

import cn.shequ.kit.security.Roles;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The steps of an exit, each by who may take it. */
public final class Exits {

    private Exits() {}

    /** A task that costs nothing and is in the community from today on; its placement. */
    static String aTask(String department) {
        Map<String, Object> form = aForm(department, COMMUNITY);
        form.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
        form.put("noFundsReason", "不增加工作量");
        return placement(department, aSigned(department, DISTRICT, form));
    }

    static String placement(String department, String application) {
        return officerOf(department, DISTRICT)
                .get("/v1/task-applications/" + application + "/placements")
                .path("items[0].id");
    }

    static RequestSpecification community() {
        return as(Roles.COMMUNITY_OFFICER, COMMUNITY);
    }

    static Response propose(RequestSpecification by, String placement) {
        return by.body(Map.of("placement", placement, "effect", "登记半年，参加者不足一成")).post("/v1/exit-proposals");
    }

    static String aProposal(String placement) {
        return propose(community(), placement).then().statusCode(201).extract().path("id");
    }

    static Response assess(RequestSpecification by, String id, int ballots, int rejecting) {
        return by.body(Map.of("heldOn", TODAY.toString(), "ballots", ballots, "rejecting", rejecting))
                .post("/v1/exit-proposals/" + id + "/assessment");
    }

    static Response state(RequestSpecification by, String id, String position) {
        return by.body(Map.of("position", position, "statement", "体检覆盖率逐月上升"))
                .post("/v1/exit-proposals/" + id + "/position");
    }

    static Response withdraw(RequestSpecification by, String id) {
        return by.body(Map.of("reason", "已协商改进")).post("/v1/exit-proposals/" + id + "/withdrawal");
    }

    /** Proposed by the community, rejected by the residents, with the department's position: the group's turn. */
    public static String aReady(String department, String placement) {
        String id = aProposal(placement);
        assess(community(), id, 100, 60).then().statusCode(200);
        state(officerOf(department, DISTRICT), id, "AGREES").then().statusCode(200);
        return id;
    }

    public static Response vote(int number, String id, String ballot) {
        return as(member(number, DISTRICT), Roles.LEADING_GROUP_MEMBER, DISTRICT, null)
                .body(Map.of("ballot", ballot))
                .post("/v1/exit-proposals/" + id + "/votes");
    }

    static Response close(String id) {
        return office(DISTRICT).post("/v1/exit-proposals/" + id + "/decision");
    }

    /** What many at once are answered. */
    static List<Integer> together(List<Callable<Integer>> calls) throws InterruptedException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            return clients.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
