package cn.shequ.admission.approvalform;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.admission.task.TaskStage;
import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.locale.ReaderLanguage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a form says what the service knows by a name of its own. Forms are in Chinese only. */
final class FormWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private FormWords() {}

    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** As refusals say it too. */
    static String of(TaskStage stage) {
        return Messages.word(AdmissionProblem.BUNDLE, ReaderLanguage.CHINESE, stage);
    }

    static String of(DecidedBecause because) {
        return switch (because) {
            case SAME_LEVEL -> "申请单位的同级领导小组（长办发〔2011〕39号第五条）";
            case APPLICANT_HOSTS_GROUP -> "申请单位承担同级领导小组办公室工作，由上一级领导小组审定";
            case GROUP_CANNOT_DECIDE -> "原领导小组因回避等原因不足法定人数或无人可以签批，由上一级领导小组审定";
            case GROUP_OVERDUE -> "原领导小组逾期未审定，由上一级领导小组接办审定";
            case NO_LEVEL_ABOVE -> "应由上一级审定，但没有可以审定的上一级领导小组，仍由本领导小组审定";
        };
    }

    /** In what capacity somebody signs. */
    static String of(Capacity capacity) {
        return capacity == Capacity.DEPUTY ? "主要领导的代理人" : "主要领导";
    }
}
