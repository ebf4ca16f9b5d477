package cn.shequ.admission.approvalform;

import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.task.ApplicationForm;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskStage;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a print, so that it can be checked: nothing about persons.
 *
 * @param digest the SHA-256 of every word on it
 * @param version the application's
 * @param amountDue the total of all years and communities, in CNY
 * @param printedAt when this content was printed for the first time
 */
public record FormPrint(
        VerificationCode code,
        UUID applicationId,
        String digest,
        int version,
        TaskStage stage,
        String title,
        CreditCode department,
        String departmentName,
        LocalDate validFrom,
        LocalDate validTo,
        int communities,
        Money amountDue,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate signedOn,
        Instant printedAt) {

    static FormPrint of(FormFacts facts, String digest, VerificationCode code, Instant printedAt) {
        TaskApplication application = facts.application();
        ApplicationForm form = facts.form();
        Decision decision = facts.file().decision();
        return new FormPrint(
                code,
                application.id(),
                digest,
                application.version(),
                application.stage(),
                Objects.requireNonNull(form.title()),
                application.department(),
                facts.department().nameZh(),
                Objects.requireNonNull(form.validFrom()),
                Objects.requireNonNull(form.validTo()),
                facts.file().communities().size(),
                facts.funding().total(),
                decision == null ? null : decision.decidedOn(),
                application.signedOn(),
                printedAt);
    }
}
