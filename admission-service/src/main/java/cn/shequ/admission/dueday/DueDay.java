package cn.shequ.admission.dueday;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;

/**
 * A day by which something is due.
 *
 * @param provisional whether the holidays of its year were not announced when it was counted; then it is counted anew, and until
 *     then nobody is late
 */
public record DueDay(LocalDate day, boolean provisional) {

    /** The day itself is in time. */
    public boolean isOver(LocalDate today) {
        return !provisional && today.isAfter(day);
    }

    /** The refusal of what has to wait until the day is over. */
    public Refusal notOver(AdmissionProblem inTime, LocalDate today) {
        return Refusal.of(provisional && today.isAfter(day) ? AdmissionProblem.DUE_DAY_PROVISIONAL : inTime)
                .with("until", day)
                .with("today", today);
    }
}
