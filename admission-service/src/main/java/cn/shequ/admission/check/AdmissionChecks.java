package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Answers for commands whether a body may ask something of a community today or on a later day (Art. 4, 5): from the database,
 * in the command's transaction.
 */
@Singleton
public class AdmissionChecks {

    private final StoredFacts stored;

    AdmissionChecks(StoredFacts stored) {
        this.stored = stored;
    }

    /** By its placements, or where the matter needs none, by the catalogues of duties. */
    public Verdict verdict(CreditCode department, DivisionCode community, String matter, LocalDate on) {
        if (!Question.needsAdmission(matter)) {
            return ofDuty(matter, on);
        }
        Subject subject = new Subject(department, community, matter);
        return Verdict.ofPlacements(
                Objects.requireNonNull(stored.now(Set.of(subject)).get(subject)), on);
    }

    /** For a body that is not registered: nothing can have been admitted for it. */
    public Verdict ofUnregistered(String matter, LocalDate on) {
        return Question.needsAdmission(matter) ? Verdict.ofPlacements(List.of(), on) : ofDuty(matter, on);
    }

    private Verdict ofDuty(String matter, LocalDate on) {
        Duties duties = Objects.requireNonNull(stored.duties(Set.of(matter)).get(matter));
        return Verdict.ofDuty(duties.byLaw(), duties.ofOffice(), on);
    }
}
