package cn.shequ.localstack.flow;

import cn.shequ.localstack.up.MainFlow;
import cn.shequ.localstack.up.Speech;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells the story of the main flow at the terminal, a line or two a step, and checks what each step found. */
public final class ChangchunFlow implements MainFlow {

    @Override
    public void play(Stage stage) throws MainFlowFailed {
        Journal journal = Journal.in(stage.data());
        String language = stage.speech().in("zh-CN", "en");
        Story story = new Story(new City(stage.gateway(), stage.tokens(), journal.name(), language), journal);
        try {
            tellMoney(story, stage.speech());
            tellAdmission(story, stage.speech());
            tellSpending(story, stage.speech());
            tellCommunities(story, stage.speech());
            tellAudit(story, stage);
        } catch (FlowBroken broken) {
            throw new MainFlowFailed(String.valueOf(broken.getMessage()), broken);
        }
    }

    private static void tellMoney(Story story, Speech speech) {
        TerritoryScene.Imported territory = story.territory();
        require(territory.communities() == 634 && territory.changedByRepetition() == 0, "step 1", territory);
        speech.say(
                "1. 导入区划 " + territory.divisions() + " 条，其中城市社区 " + territory.communities() + " 个；再次导入无变化。（户数、人口为演示数据）",
                "1. The territory is imported: " + territory.divisions() + " divisions, " + territory.communities()
                        + " urban communities; importing it again changes nothing. (Households and residents are"
                        + " demonstration figures.)");

        AllocationScene.Allocated allocated = story.allocation();
        AllocationScene.Totals year = allocated.committed();
        require(
                year.equals(new AllocationScene.Totals(362, "19910000.00", "10860000.00", "9050000.00"))
                        && allocated.unevenPoolShares().equals("10860000.00")
                        && allocated.withZones().communities() == 507
                        && allocated.withZones().entitlements().equals("27885000.00")
                        && allocated.repeated().status() == 409,
                "step 2",
                allocated);
        speech.say(
                "2. 年度经费（第15条）：七个城区 362 个社区应得 " + year.entitlements() + " 元，市拨各区 " + year.cityToPools()
                        + " 元，各区自筹 " + year.ownShares() + " 元；明年起开发区纳入后为 507 个社区 "
                        + allocated.withZones().entitlements() + " 元。",
                "2. Working funds of the year (Art. 15): 362 communities of 7 urban districts are entitled to CNY "
                        + year.entitlements() + "; city to pools " + year.cityToPools() + ", districts' own share "
                        + year.ownShares() + ". With development zones, from next year on: 507 and "
                        + allocated.withZones().entitlements() + ".");
    }

    private static void tellAdmission(Story story, Speech speech) {
        AdmissionScene.Check before = story.checkBeforeApplication();
        require(!before.permitted() && before.articles().equals(List.of(4, 5)), "step 3", before);
        speech.say(
                "3. 区卫生健康局能否向华阳社区派任务？不能：未经准入（第4、5条）。",
                "3. May the district's health bureau hand its task to Huayang community? No: it was never admitted"
                        + " (Art. 4, 5).");

        AdmissionScene.Signed signed = story.signed();
        AdmissionScene.Check unpaid = story.checkBeforePayment();
        require(
                !unpaid.permitted()
                        && unpaid.articles().equals(List.of(5))
                        && signed.placements().size() == 8,
                "step 4",
                unpaid);
        speech.say(
                "4. 填报审批表，办公室受理，成员表决，主要领导签批，涉及 " + signed.placements().size() + " 个社区。仍不能进入：经费未到（第5条）。",
                "4. The approval form is filed, accepted, voted on and signed, for "
                        + signed.placements().size() + " communities. Still no: its money has not come (Art. 5).");

        PaymentScene.Paid paid = story.paid();
        AdmissionScene.Check after = story.checkAfterPayment();
        long early = paid.stagesAfterFirst().values().stream()
                .filter("ACTIVE"::equals)
                .count();
        require(early == 2 && after.permitted(), "step 5", paid);
        speech.say(
                "5. 先到账的 " + early + " 个社区即可进入，其余须等；全部到账后 "
                        + paid.stagesAfterAll().size() + " 个社区均可进入，答复载明内容、对象、权限、时限。",
                "5. The " + early + " communities paid first may be asked, the others not; when all is paid, all "
                        + paid.stagesAfterAll().size()
                        + " may, and the answer states content, objects, authority and time limit.");
    }

    private static void tellSpending(Story story, Speech speech) {
        ExpenditureScene.Spent spent = story.spent();
        require(
                spent.diversion().status() == 422
                        && spent.diversion().articles().equals(List.of(16))
                        && spent.onRecord()
                        && spent.stage().equals("PAID"),
                "step 6",
                spent);
        speech.say(
                "6. 街道会计欲从任务经费列支房屋维修：拒绝并留痕，属挪用（第16条）。合规支出经另一人审批、出纳付款，余额 " + spent.available() + " 元。",
                "6. The subdistrict's accountant books premises upkeep on the task's fund: refused as diversion and on"
                        + " record (Art. 16). The right expenditure is approved by another person and paid by the"
                        + " cashier; CNY " + spent.available() + " remain.");

        RefusalScene.Refused refused = story.refused();
        require(
                refused.inSubdistrict()
                        && refused.inDistrict()
                        && !refused.inNeighbour()
                        && refused.neighboursLook().status() == 404,
                "step 7",
                refused);
        speech.say(
                "7. 华阳社区拒绝区教育局未经准入的要求（第4条）：街道和区办公室可见，邻区不可见。",
                "7. Huayang refuses a demand of the education bureau that was never admitted (Art. 4): subdistrict and"
                        + " district see it, the neighbouring district does not.");
    }

    private static void tellCommunities(Story story, Speech speech) {
        PlanningScene.Reviewed reviewed = story.reviewed();
        require(
                reviewed.tooSmall().status() == 422
                        && reviewed.tooSmall().articles().equals(List.of(13))
                        && reviewed.largeEnough().equals("APPROVED")
                        && reviewed.standingBelow().equals("WEAK")
                        && !reviewed.standingAt().equals("WEAK"),
                "step 8",
                reviewed);
        speech.say(
                "8. 2000 户配建 599.99 平方米：不予批准，须 600（第13条）；600 平方米通过。用房 299.99 平方米为薄弱社区，300 则否（第12条）。",
                "8. 599.99 m² of premises for 2,000 households: not approved, 600 required (Art. 13); 600 passes. A"
                        + " community with 299.99 m² is weak, with 300 it is not (Art. 12).");

        VolunteerScene.Registered volunteer = story.volunteer();
        require(volunteer.after() > volunteer.before(), "step 9", volunteer);
        speech.say(
                "9. 居民登记为志愿者：华阳社区 " + volunteer.after() + " 人，目标为居民人口的 " + volunteer.target() + "%（第19条）。",
                "9. A resident registers as volunteer: Huayang has " + volunteer.after() + " now, the target is "
                        + volunteer.target() + "% of residents (Art. 19).");
    }

    private static void tellAudit(Story story, Stage stage) {
        AuditScene.Audited audited =
                story.audited(new AuditScene.Room(stage.home(), stage.kafka(), auditRoom(stage.data())));
        require(
                audited.gapless()
                        && audited.sameCheckpoint()
                        && !Boolean.FALSE.equals(audited.sameOnKafka())
                        && audited.sound()
                        && audited.named() == audited.changed(),
                "step 10",
                audited);
        stage.speech()
                .say(
                        "10. 审计从第 0 号拉取经费事件 " + audited.events() + " 条，编号无缺，校验完好；区审计同样取得全部编号（非本区内容隐去 "
                                + audited.redacted() + " 条），检查点一致，"
                                + (audited.sameOnKafka() == null ? "未与 Kafka 比对（此处不可达）" : "Kafka 上逐字节相同")
                                + "；副本中改动一个字节，校验指出第 "
                                + audited.named() + " 号事件。",
                        "10. The auditor pulls " + audited.events()
                                + " fund events from number 0: none is missing, all are sound. The district's auditor"
                                + " gets every number too (" + audited.redacted()
                                + " redacted) and the same checkpoint; "
                                + (audited.sameOnKafka() == null
                                        ? "Kafka cannot be reached from here and was not compared"
                                        : "the bytes on Kafka are the same")
                                + ". One byte is changed in a copy: verify names event " + audited.named() + ".");
    }

    /** A new one each time: the log has grown since the last audit. */
    private static Path auditRoom(Path data) {
        try {
            return Files.createTempDirectory(data, "audit-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean holds, String step, Object found) {
        if (!holds) {
            throw new FlowBroken(step + " did not come out as it must: " + found);
        }
    }
}
