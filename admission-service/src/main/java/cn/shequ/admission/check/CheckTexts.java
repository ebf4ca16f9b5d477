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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says the reasons of a check in the reader's language, with dates and amounts. */
final class CheckTexts {

    static final String BUNDLE = "messages/admission-check";

    private CheckTexts() {}

    static String text(ReasonCode code, Verdict verdict, Question question, List<AmountDue> due, Locale language) {
        return Messages.text(BUNDLE, language, key(code, question), figure -> switch (figure) {
            case "matter" -> question.matter();
            case "on" -> question.on().toString();
            case "amount" ->
                Money.sum(due.stream().map(AmountDue::amountDue).toList()).toString();
            case "validFrom" ->
                said(days(code, verdict, question, AdmittedTask::validFrom).min(LocalDate::compareTo));
            case "validTo" ->
                said(days(code, verdict, question, AdmittedTask::validTo).max(LocalDate::compareTo));
            case "exitedOn" ->
                said(days(code, verdict, question, AdmittedTask::exitedOn).max(LocalDate::compareTo));
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

    /** Of the tasks for which the reason holds, as far as they have one. */
    private static Stream<LocalDate> days(
            ReasonCode code, Verdict verdict, Question question, Function<AdmittedTask, @Nullable LocalDate> date) {
        return verdict.tasks().stream()
                .filter(task -> task.standing(question.on()) == code)
                .map(date)
                .filter(Objects::nonNull);
    }

    private static String said(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
