package cn.shequ.admission.approvalform;

import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.Tally;
import cn.shequ.admission.task.Step;
import cn.shequ.admission.task.Submission;
import cn.shequ.admission.task.TaskCommand;
import cn.shequ.admission.task.TaskFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the leading group says on a form: who decides and why, the votes, the decision and the signature (Art. 5). */
final class FormDecision {

    /** For a hand that signs and dates a print. */
    private static final String BY_HAND = "签字：＿＿＿＿＿＿＿＿\n＿＿＿＿年＿＿月＿＿日";

    private FormDecision() {}

    static List<FormRow> rows(FormFacts facts) {
        TaskFile file = facts.file();
        Submission submission = facts.submission();
        List<FormRow> rows = new ArrayList<>(List.of(
                FormRow.heading("申请与审定"),
                FormRow.signed(
                        "申请单位意见",
                        "申请将上述工作任务交由所列社区协助办理，并按期拨付工作保障经费。",
                        facts.department().nameZh() + "（盖章）\n" + FormWords.of(submission.submittedOn())),
                FormRow.of(
                        "审定机构",
                        facts.name(submission.decidedBy()) + "社区建设工作领导小组：" + FormWords.of(submission.decidedBecause())),
                FormRow.of(
                        "审定期限",
                        FormWords.of(submission.reviewBy())
                                + (submission.reviewProvisional() ? "（该年度节假日安排公布前暂定）" : "")),
                FormRow.of("表决情况", votes(file))));
        if (!file.recusals().isEmpty()) {
            rows.add(FormRow.of("回避情况", recusals(file)));
        }
        rows.add(FormRow.of("审定意见", opinion(facts)));
        rows.add(signature(facts));
        rows.add(FormRow.of("审批依据", grounds(submission, file.decision())));
        return rows;
    }

    private static String votes(TaskFile file) {
        Tally tally = file.tally();
        String counted = "可以表决%d人，已表决%d人：赞成%d票，反对%d票，弃权%d票。"
                .formatted(tally.eligible(), tally.cast(), tally.votesFor(), tally.votesAgainst(), tally.abstained());
        return file.voters().isEmpty() ? counted : counted + "\n已表决成员（人员编号）：" + String.join("、", file.voters()) + "。";
    }

    private static String recusals(TaskFile file) {
        return file.recusals().stream()
                .map(recusal -> "人员编号" + recusal.recused() + "：" + recusal.reason())
                .collect(Collectors.joining("\n"));
    }

    private static String opinion(FormFacts facts) {
        TaskFile file = facts.file();
        Decision decision = file.decision();
        if (decision != null) {
            return switch (decision.outcome()) {
                case FOR -> "经表决，同意该工作任务进入所列社区。" + FormWords.of(decision.decidedOn()) + "审定。";
                case REJECTED -> "经表决，不同意该工作任务进入社区。" + FormWords.of(decision.decidedOn()) + "审定。";
            };
        }
        return file.last(TaskCommand.RETURN)
                .map(step -> "退回修改：" + step.reason() + "（" + FormWords.of(facts.day(step.takenAt())) + "）")
                .orElse("尚未审定。");
    }

    private static FormRow signature(FormFacts facts) {
        TaskFile file = facts.file();
        LocalDate signedOn = file.application().signedOn();
        String label = "主要领导签批";
        Step refusal = file.last(TaskCommand.REFUSE_SIGNATURE).orElse(null);
        if (refusal != null) {
            return FormRow.signed(
                    label,
                    "不予签批：" + refusal.reason(),
                    signer(file, refusal) + "\n" + FormWords.of(facts.day(refusal.takenAt())));
        }
        return signedOn == null
                ? FormRow.signed(label, "尚未签批。", BY_HAND)
                : FormRow.signed(
                        label,
                        "同意，准予进入社区。",
                        signer(file, file.last(TaskCommand.SIGN).orElseThrow()) + "\n" + FormWords.of(signedOn));
    }

    private static String signer(TaskFile file, Step step) {
        Capacity capacity = Objects.requireNonNull(file.signedAs());
        return FormWords.of(capacity) + "（人员编号" + step.person() + "）已在系统签批";
    }

    private static String grounds(Submission submission, @Nullable Decision decision) {
        String rules = decision == null
                ? submission.reviewRule()
                : submission.reviewRule() + "、" + decision.quorumRule() + "、" + decision.majorityRule();
        return "长办发〔2011〕39号第四条、第五条、第十一条。规则库条目及版本：" + rules + "。";
    }
}
