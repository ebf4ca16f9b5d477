package cn.shequ.admission.burden;

import cn.shequ.admission.check.ReasonCode;
import cn.shequ.admission.check.Verdict;
import cn.shequ.kit.identity.CreditCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a demand rests on, or why on nothing (Art. 6, 7).
 *
 * @param basis what it was to rest on
 * @param formPeriod the first day of the period for which a form is asked for
 * @param grounds why it does not; null when it does
 */
record Finding(
        DemandBasis basis,
        @Nullable UUID placement,
        @Nullable UUID form,
        @Nullable LocalDate formPeriod,
        @Nullable UUID exemption,
        @Nullable DemandGrounds grounds) {

    static Finding refused(DemandBasis basis, DemandGrounds grounds) {
        return new Finding(basis, null, null, null, null, grounds);
    }

    /**
     * A matter rests on an admitted task, unless law itself gives it to the committee. Law that does gives a claim to
     * registered bodies alone, and not to every kind of demand.
     *
     * @param body who demands; null for a body that is not registered
     */
    static Finding ofMatter(Verdict verdict, DemandKind kind, @Nullable CreditCode body) {
        if (verdict.chief() == ReasonCode.STATUTORY_DUTY) {
            return body != null && kind.mayRestOnLaw()
                    ? new Finding(DemandBasis.STATUTORY_DUTY, null, null, null, null, null)
                    : refused(DemandBasis.STATUTORY_DUTY, DemandGrounds.LAW_GIVES_NO_CLAIM);
        }
        return new Finding(
                DemandBasis.ADMITTED_TASK,
                verdict.chief() == ReasonCode.ADMITTED
                        ? verdict.tasks().getFirst().placement()
                        : null,
                null,
                null,
                null,
                DemandGrounds.of(verdict.chief()).orElse(null));
    }

    /** @param holder who issues the form today */
    static Finding ofForm(CatalogueForm form, CreditCode holder, @Nullable CreditCode body, LocalDate day) {
        DemandGrounds grounds = null;
        if (!form.isInForce(day)) {
            grounds = DemandGrounds.FORM_NOT_IN_FORCE;
        } else if (!holder.equals(body)) {
            grounds = DemandGrounds.FORM_OF_ANOTHER_BODY;
        }
        LocalDate period = grounds == null ? form.frequency().periodOf(day, form.validFrom()) : null;
        return new Finding(DemandBasis.CATALOGUE_FORM, null, form.id(), period, null, grounds);
    }

    static Finding ofExemption(DemandExemption exemption, LocalDate day) {
        return new Finding(
                DemandBasis.EXEMPTION,
                null,
                null,
                null,
                exemption.id(),
                exemption.isInForce(day) ? null : DemandGrounds.EXEMPTION_NOT_IN_FORCE);
    }
}
