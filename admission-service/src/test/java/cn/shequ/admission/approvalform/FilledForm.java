package cn.shequ.admission.approvalform;

import cn.shequ.admission.department.Department;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.DecisionRule.Outcome;
import cn.shequ.admission.task.ApplicationForm;
import cn.shequ.admission.task.FormAttachment;
import cn.shequ.admission.task.FundingRow;
import cn.shequ.admission.task.Step;
import cn.shequ.admission.task.Submission;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskCommand;
import cn.shequ.admission.task.TaskFile;
import cn.shequ.admission.task.TaskStage;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.AssistanceDomain;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A signed application as its form shows it; a test changes what it is about. */
final class FilledForm {

    static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    static final UUID LEADER = UUID.nameUUIDFromBytes("leader".getBytes(StandardCharsets.UTF_8));
    static final UUID RECUSED = UUID.nameUUIDFromBytes("recused".getBytes(StandardCharsets.UTF_8));
    static final DivisionCode DISTRICT = DivisionCode.of("220102000000");

    private static final CreditCode HEALTH = CreditCode.of("11220102DEM000014K");
    private static final Instant MOMENT = Instant.parse("2026-01-12T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);

    String title = "老年人健康体检登记";
    String content = "通知并登记辖区内65岁以上老年人参加年度健康体检，每人每年一次。";
    String grounds = "";
    int communities = 2;
    boolean provisional;
    String reviewRule = "admission.review-within@1";
    TaskStage stage = TaskStage.SIGNED;
    List<FundingRow> funding = List.of(year(null, 2026, "2000.00"), year(null, 2027, "2500.50"));
    List<FormAttachment> attachments = List.of();

    static FundingRow year(@Nullable DivisionCode community, int year, String workingFunds) {
        return new FundingRow(
                community,
                year,
                Money.of(workingFunds),
                Money.of("3000.00"),
                Money.of("500.00"),
                LocalDate.of(year, 3, 31));
    }

    static DivisionCode community(int number) {
        return DivisionCode.of("220102%03d%03d".formatted(1 + number / 900, 1 + number % 900));
    }

    FormFacts facts() {
        List<DivisionCode> places =
                IntStream.range(0, communities).mapToObj(FilledForm::community).toList();
        Map<DivisionCode, String> names = new TreeMap<>(Map.of(DISTRICT, "南关区"));
        places.forEach(place -> names.put(place, "演示" + place.value().substring(6) + "社区"));
        Department health = new Department(
                HEALTH,
                DISTRICT,
                "南关区卫生健康局（演示）",
                null,
                DepartmentCategory.COOPERATING_DEPARTMENT,
                AffiliationLevel.COUNTY_LEVEL,
                Set.of(),
                null,
                null,
                1);
        return new FormFacts(
                file(places), health, health, grounds.isEmpty() ? "公共卫生" : null, names, ZoneId.of("Asia/Shanghai"));
    }

    private TaskFile file(List<DivisionCode> places) {
        Decision decision = new Decision(
                Outcome.FOR, 4, 3, 0, 0, "admission.quorum@1", "admission.votes-for-above@1", DAY.plusDays(1));
        boolean decided = stage == TaskStage.SIGNED || stage == TaskStage.SIGNATURE_REFUSED;
        return new TaskFile(
                application(places),
                places,
                decision.tally(),
                decided ? decision : null,
                steps(),
                decided ? Capacity.DEPUTY : null);
    }

    private TaskApplication application(List<DivisionCode> places) {
        Submission submission = new Submission(
                DAY,
                DAY.plusDays(21),
                provisional,
                reviewRule,
                DAY.plusDays(28),
                provisional,
                "admission.escalation-within@1",
                DISTRICT,
                DecidedBecause.SAME_LEVEL);
        ApplicationForm form = new ApplicationForm(
                title,
                grounds.isEmpty() ? AssistanceDomain.PUBLIC_HEALTH : null,
                grounds.isEmpty() ? null : grounds,
                "《中华人民共和国基本医疗卫生与健康促进法》",
                places,
                content,
                "65岁及以上常住居民",
                "通知、登记，不得收费",
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2027, 12, 31),
                "每个社区每年约120小时",
                HEALTH,
                "120小时，每小时25元，另加工作经费与场地条件",
                null,
                null,
                funding,
                attachments);
        return new TaskApplication(
                ID,
                HEALTH,
                DISTRICT,
                stage,
                7,
                1,
                form,
                submission,
                stage == TaskStage.SIGNED ? DAY.plusDays(2) : null);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(step(TaskCommand.CAST_VOTE, "an-earlier-round", null, null));
        steps.add(step(TaskCommand.SUBMIT, "officer", null, null));
        steps.add(step(TaskCommand.RECUSE_MEMBER, "office", "申请单位负责人的近亲属", RECUSED));
        for (int number = 1; number <= 3; number++) {
            steps.add(step(TaskCommand.CAST_VOTE, "member-" + number, null, null));
        }
        switch (stage) {
            case SIGNED -> steps.add(step(TaskCommand.SIGN, LEADER.toString(), null, null));
            case SIGNATURE_REFUSED ->
                steps.add(step(TaskCommand.REFUSE_SIGNATURE, LEADER.toString(), "经费测算依据不足", null));
            case RETURNED -> steps.add(step(TaskCommand.RETURN, "office", "请补充工作量说明", null));
            default -> {
                // The group has not come so far.
            }
        }
        return steps;
    }

    private Step step(TaskCommand command, String person, @Nullable String reason, @Nullable UUID recused) {
        return new Step(command, stage, person, reason, recused, MOMENT);
    }
}
