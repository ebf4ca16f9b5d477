package cn.shequ.admission.award;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether somebody may be nominated and get an award on a day (Art. 16).
 *
 * @param vetoes in force on that day, the longest first
 */
public record Eligibility(Nominee nominee, LocalDate on, boolean eligible, List<Veto> vetoes) {

    static Eligibility of(Nominee nominee, LocalDate on, List<Veto> vetoes) {
        return new Eligibility(nominee, on, vetoes.isEmpty(), vetoes);
    }
}
