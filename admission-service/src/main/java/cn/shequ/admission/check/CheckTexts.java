package cn.shequ.admission.check;

import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.admission.placement.AmountDue;
import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says the reasons of a check in the reader's language, with dates and amounts. */
final class CheckTexts {

    static final String BUNDLE = "messages/admission-check";

    private CheckTexts() {}

    static String text(ReasonCode code, Verdict verdict, Question question, List<AmountDue> due, Locale language) {
        List<AdmittedTask> tasks = verdict.tasks().stream()
                .filter(task -> task.standing(question.on()) == code)
                .toList();
        Map<String, Object> figures = new HashMap<>();
        figures.put("matter", question.matter());
        figures.put("on", question.on());
        figures.put("amount", Money.sum(due.stream().map(AmountDue::amountDue).toList()));
        figures.put("validFrom", earliest(tasks, AdmittedTask::validFrom));
        figures.put("validTo", latest(tasks, AdmittedTask::validTo));
        figures.put("exitedOn", latest(tasks, AdmittedTask::exitedOn));
        boolean english = ReaderLanguage.ENGLISH.equals(language);
        StatutoryDuty duty = verdict.duty();
        if (duty != null) {
            figures.put("basis", english ? duty.citationEn() : duty.citationZh());
        }
        OfficeDuty officeDuty = verdict.officeDuty();
        if (officeDuty != null) {
            figures.put("basis", english ? officeDuty.citationEn() : officeDuty.citationZh());
        }
        return Messages.text(BUNDLE, language, key(code, question), figures);
    }

    /** How much was missing on a past day is funding's to say. */
    private static String key(ReasonCode code, Question question) {
        return code == ReasonCode.FUNDS_NOT_PAID && question.past() ? "FUNDS_NOT_PAID_THEN" : code.name();
    }

    private static Object earliest(List<AdmittedTask> tasks, Function<AdmittedTask, LocalDate> date) {
        return tasks.stream()
                .map(date)
                .min(LocalDate::compareTo)
                .<Object>map(day -> day)
                .orElse("");
    }

    private static Object latest(List<AdmittedTask> tasks, Function<AdmittedTask, @Nullable LocalDate> date) {
        return tasks.stream()
                .map(date)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .<Object>map(day -> day)
                .orElse("");
    }
}
