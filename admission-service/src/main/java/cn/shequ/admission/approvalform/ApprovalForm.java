package cn.shequ.admission.approvalform;

import static cn.shequ.admission.approvalform.FormRow.heading;
import static java.util.Objects.requireNonNull;

import cn.shequ.admission.approvalform.FormCell.Style;
import cn.shequ.admission.task.ApplicationForm;
import cn.shequ.admission.task.FormAttachment;
import cn.shequ.admission.task.TaskApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands where on the Community Work Admission Approval Form (Art. 4, 5, 11). */
final class ApprovalForm {

    static final String TITLE = "社区工作准入审批表";

    private static final int CODE_LABEL = 4;
    /** So many digits of a SHA-256. */
    private static final int SHOWN = 16;

    private ApprovalForm() {}

    /** Of an application that was submitted: nothing is missing in its form. */
    static FormSheet of(FormFacts facts) {
        FormCommunities communities = new FormCommunities(facts);
        FormFundingTable funding = new FormFundingTable(facts);
        List<FormSection> sections = List.of(
                section(applicant(facts)),
                section(task(facts, communities)),
                section(funds(facts)),
                funding.inForm(),
                section(FormDecision.rows(facts)));
        List<FormSection> annexes = new ArrayList<>(communities.annex());
        annexes.addAll(funding.annex());
        return new FormSheet(TITLE, facts.application().id().toString(), sections, annexes);
    }

    /** By what a print is checked, and where. */
    static FormSection verification(VerificationCode code) {
        return section(List.of(
                FormRow.of(
                        FormCell.of(CODE_LABEL, "验证码", Style.LABEL),
                        FormCell.of(FormRow.COLUMNS - CODE_LABEL, code.grouped(), Style.CODE)),
                FormRow.of(
                        "核验方法",
                        "任何人均可凭验证码核对本表与登记是否一致、是否仍为现状，无需登录：\n"
                                + "GET /api/admission/v1/approval-form-verifications/验证码")));
    }

    private static FormSection section(List<FormRow> rows) {
        return new FormSection(false, List.of(), rows);
    }

    private static List<FormRow> applicant(FormFacts facts) {
        TaskApplication application = facts.application();
        return List.of(
                FormRow.of(
                        "申请单位",
                        facts.department().nameZh(),
                        "信用代码",
                        facts.department().creditCode().value()),
                FormRow.of(
                        "所属区划",
                        facts.name(application.division()),
                        "提交日期",
                        FormWords.of(facts.submission().submittedOn())),
                FormRow.of(
                        "办理状态",
                        FormWords.of(application.stage()),
                        "轮次及版次",
                        "第" + application.round() + "轮　第" + application.version() + "版"));
    }

    private static List<FormRow> task(FormFacts facts, FormCommunities communities) {
        ApplicationForm form = facts.form();
        String domain = facts.domain();
        List<FormRow> rows = new ArrayList<>(List.of(
                heading("拟进入社区的工作任务"),
                FormRow.of("事项名称", requireNonNull(form.title())),
                domain == null
                        ? FormRow.of("例外事由", requireNonNull(form.exceptionalGrounds()))
                        : FormRow.of("工作领域", domain),
                FormRow.of("法律依据", requireNonNull(form.legalBasis())),
                FormRow.of("授权内容", requireNonNull(form.content())),
                FormRow.of("授权对象", requireNonNull(form.objects())),
                FormRow.of("授权权限", requireNonNull(form.authority())),
                FormRow.of(
                        "授权时限",
                        FormWords.of(requireNonNull(form.validFrom())) + "至"
                                + FormWords.of(requireNonNull(form.validTo())) + "（含当日）"),
                FormRow.of("工作量估算", requireNonNull(form.workload())),
                FormRow.of("进入社区", communities.inForm())));
        if (!form.documents().isEmpty()) {
            rows.add(FormRow.of("附件", attachments(form.documents())));
        }
        return rows;
    }

    /** Each with the beginning of its SHA-256, so that a print tells which document it was. */
    private static String attachments(List<FormAttachment> attachments) {
        return IntStream.range(0, attachments.size())
                .mapToObj(
                        number -> (number + 1) + ". " + attachments.get(number).title() + "（SHA-256 "
                                + attachments.get(number).document().substring(0, SHOWN) + "……）")
                .collect(Collectors.joining("\n"));
    }

    private static List<FormRow> funds(FormFacts facts) {
        ApplicationForm form = facts.form();
        List<FormRow> rows = new ArrayList<>(List.of(
                heading("工作保障经费（单位：元）"),
                FormRow.of(
                        "付款单位",
                        facts.payer().nameZh(),
                        "信用代码",
                        facts.payer().creditCode().value()),
                FormRow.of("测算依据", requireNonNull(form.fundingBasis()))));
        if (form.noFundsReason() != null) {
            rows.add(FormRow.of("不安排经费的理由", form.noFundsReason()));
        }
        return rows;
    }
}
