package cn.shequ.admission.check;

import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.admission.placement.AmountDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a matter may be asked of a community (Art. 4, 5).
 *
 * @param reasons all of them; one that permits is enough
 * @param tasks what was found: those in force when permitted, else those that are not
 * @param duty the duty by law, where the matter is one
 * @param officeDuty the duty of a department or subdistrict office, where the matter is one (Art. 6)
 */
public record Verdict(
        List<ReasonCode> reasons,
        List<AdmittedTask> tasks,
        @Nullable StatutoryDuty duty,
        @Nullable OfficeDuty officeDuty) {

    public boolean permitted() {
        for (ReasonCode reason : reasons) {
            if (reason.permits()) {
                return true;
            }
        }
        return false;
    }

    /** The first reason: the one that matters most. */
    public ReasonCode chief() {
        return reasons.getFirst();
    }

    /** What must be paid first, where money stands in the way on a day. */
    List<AmountDue> due(LocalDate on) {
        List<AmountDue> due = new ArrayList<>();
        for (AdmittedTask task : tasks) {
            AmountDue owed = task.owed();
            if (owed != null && task.standing(on) == ReasonCode.FUNDS_NOT_PAID) {
                due.add(owed);
            }
        }
        return due;
    }

    /** A matter of the sixteen domains, or one admitted on exceptional grounds: it needs a placement in force. */
    static Verdict ofPlacements(List<AdmittedTask> found, LocalDate on) {
        if (found.isEmpty()) {
            return new Verdict(List.of(ReasonCode.NOT_ADMITTED), List.of(), null, null);
        }
        List<AdmittedTask> inForce = new ArrayList<>();
        for (AdmittedTask task : found) {
            if (task.standing(on) == ReasonCode.ADMITTED) {
                inForce.add(task);
            }
        }
        if (!inForce.isEmpty()) {
            return new Verdict(List.of(ReasonCode.ADMITTED), inForce, null, null);
        }
        Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
        for (AdmittedTask task : found) {
            reasons.add(task.standing(on));
        }
        return new Verdict(List.copyOf(reasons), found, null, null);
    }

    /**
     * Any other matter: law expressly gives it to the committee, or an office keeps it to itself, or it is out of scope.
     * Law comes first.
     */
    static Verdict ofDuty(@Nullable StatutoryDuty duty, @Nullable OfficeDuty officeDuty, LocalDate on) {
        if (duty != null && duty.isInForce(on)) {
            return new Verdict(List.of(ReasonCode.STATUTORY_DUTY), List.of(), duty, null);
        }
        return officeDuty != null && officeDuty.isInForce(on)
                ? new Verdict(List.of(ReasonCode.OFFICE_DUTY), List.of(), null, officeDuty)
                : new Verdict(List.of(ReasonCode.OUT_OF_SCOPE), List.of(), null, null);
    }
}
