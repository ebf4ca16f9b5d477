package cn.shequ.admission.burden;

import cn.shequ.admission.check.ReasonCode;
import java.util.List;
import java.util.Optional;

/** Why a demand is refused (Art. 4 to 7). */
public enum DemandGrounds {
    OUT_OF_SCOPE(4, 7),
    NOT_ADMITTED(4, 5, 7),
    FUNDS_NOT_PAID(5, 7),
    NOT_YET_VALID(5, 7),
    EXITED(5, 7),
    EXPIRED(5, 7),
    /** The matter belongs to a department or subdistrict office. */
    DUTY_SHIFTED(6),
    /** Law gives the duty to committees, and the body no claim to this kind of demand. */
    LAW_GIVES_NO_CLAIM(7),
    FORM_NOT_IN_CATALOGUE(7),
    FORM_NOT_IN_FORCE(7),
    /** Who issued it shares what it has. */
    FORM_OF_ANOTHER_BODY(7),
    /** For this period; what was filled in is shared. */
    FORM_ASKED_FOR_ALREADY(7),
    NOT_EXEMPTED(7),
    EXEMPTION_NOT_IN_FORCE(7);

    private final List<Integer> articles;

    DemandGrounds(Integer... articles) {
        this.articles = List.of(articles);
    }

    /** Those that the refusal rests on. */
    List<Integer> articles() {
        return articles;
    }

    /** Why the admission check says no; empty when it says yes. */
    static Optional<DemandGrounds> of(ReasonCode reason) {
        return switch (reason) {
            case ADMITTED, STATUTORY_DUTY -> Optional.empty();
            case OFFICE_DUTY -> Optional.of(DUTY_SHIFTED);
            case OUT_OF_SCOPE -> Optional.of(OUT_OF_SCOPE);
            case NOT_ADMITTED -> Optional.of(NOT_ADMITTED);
            case FUNDS_NOT_PAID -> Optional.of(FUNDS_NOT_PAID);
            case NOT_YET_VALID -> Optional.of(NOT_YET_VALID);
            case EXITED -> Optional.of(EXITED);
            case EXPIRED -> Optional.of(EXPIRED);
        };
    }
}
