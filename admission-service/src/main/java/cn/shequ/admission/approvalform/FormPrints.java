package cn.shequ.admission.approvalform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was printed, by its code. Nothing here is ever changed. */
@ApplicationScoped
class FormPrints {

    private final Jdbi jdbi;

    FormPrints(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The code of this content: of whoever printed it first, now or before. Empty when the application is not any more
     * what was printed.
     */
    Optional<VerificationCode> keep(FormPrint print) {
        return jdbi.withHandle(handle -> code(handle, print).or(() -> {
            add(handle, print);
            return code(handle, print);
        }));
    }

    private static Optional<VerificationCode> code(Handle handle, FormPrint print) {
        return handle.createQuery("""
                        SELECT code FROM approval_form_print
                        WHERE application_id = :applicationId AND digest = :digest""")
                .bindMethods(print)
                .mapTo(VerificationCode.class)
                .findOne();
    }

    /** Unless somebody else was first. The lock keeps the application as it is until the print is there. */
    private static void add(Handle handle, FormPrint print) {
        handle.createUpdate("""
                        INSERT INTO approval_form_print (code, application_id, digest, version, stage, title, department,
                          department_name, valid_from, valid_to, communities, amount_due, decided_on, signed_on,
                          printed_at)
                        SELECT :code, a.id, :digest, a.version, :stage, :title, :department, :departmentName,
                          CAST(:validFrom AS date), CAST(:validTo AS date), :communities, :amountDue,
                          CAST(:decidedOn AS date), CAST(:signedOn AS date), CAST(:at AS timestamptz)
                        FROM (SELECT id, version FROM task_application
                              WHERE id = :applicationId AND version = :version FOR SHARE) a
                        ON CONFLICT DO NOTHING""")
                .bindMethods(print)
                .bind("at", print.printedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<FormPrint> find(VerificationCode code) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM approval_form_print WHERE code = :code")
                .bind("code", code)
                .mapTo(FormPrint.class)
                .findOne());
    }
}
