package cn.shequ.admission.check;

import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.admission.placement.AmountDue;
import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says the reasons of a check in the reader's language, with dates and amounts. */
final class CheckTexts {

    static final String BUNDLE = "messages/admission-check";

    private static final BinaryOperator<LocalDate> EARLIEST = BinaryOperator.minBy(LocalDate::compareTo);
    private static final BinaryOperator<LocalDate> LATEST = BinaryOperator.maxBy(LocalDate::compareTo);

    private CheckTexts() {}

    static String text(ReasonCode code, Verdict verdict, Question question, List<AmountDue> due, Locale language) {
        return Messages.text(BUNDLE, language, key(code, question), figure -> switch (figure) {
            case "matter" -> question.matter();
            case "on" -> question.on().toString();
            case "amount" ->
                Money.sum(due.stream().map(AmountDue::amountDue).toList()).toString();
            case "validFrom" -> chosen(code, verdict, question, AdmittedTask::validFrom, EARLIEST);
            case "validTo" -> chosen(code, verdict, question, AdmittedTask::validTo, LATEST);
            case "exitedOn" -> chosen(code, verdict, question, AdmittedTask::exitedOn, LATEST);
            case "basis" -> basis(verdict, ReaderLanguage.ENGLISH.equals(language));
            default -> null;
        });
    }

    private static @Nullable String basis(Verdict verdict, boolean english) {
        OfficeDuty officeDuty = verdict.officeDuty();
        if (officeDuty != null) {
            return english ? officeDuty.citationEn() : officeDuty.citationZh();
        }
        StatutoryDuty duty = verdict.duty();
        if (duty != null) {
            return english ? duty.citationEn() : duty.citationZh();
        }
        return null;
    }

    /** How much was missing on a past day is funding's to say. */
    private static String key(ReasonCode code, Question question) {
        return code == ReasonCode.FUNDS_NOT_PAID && question.past() ? "FUNDS_NOT_PAID_THEN" : code.name();
    }

    /** Of the tasks for which the reason holds, as far as they have such a day; nothing where none has. */
    private static String chosen(
            ReasonCode code,
            Verdict verdict,
            Question question,
            Function<AdmittedTask, @Nullable LocalDate> date,
            BinaryOperator<LocalDate> choice) {
        LocalDate chosen = null;
        for (AdmittedTask task : verdict.tasks()) {
            LocalDate day = task.standing(question.on()) == code ? date.apply(task) : null;
            if (day != null) {
                chosen = chosen == null ? day : choice.apply(chosen, day);
            }
        }
        return chosen == null ? "" : chosen.toString();
    }
}
