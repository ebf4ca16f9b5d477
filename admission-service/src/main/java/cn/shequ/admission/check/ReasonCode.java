package cn.shequ.admission.check;

import java.util.List;

/** Why something may be asked of a community, or may not, with the articles. */
public enum ReasonCode {
    ADMITTED(4, 5),
    STATUTORY_DUTY(4),
    OFFICE_DUTY(6),
    OUT_OF_SCOPE(4),
    NOT_ADMITTED(4, 5),
    FUNDS_NOT_PAID(5),
    NOT_YET_VALID(5),
    EXITED(5),
    EXPIRED(5);

    private final List<Integer> articles;

    ReasonCode(Integer... articles) {
        this.articles = List.of(articles);
    }

    public List<Integer> articles() {
        return articles;
    }

    /** Whether this alone lets the matter be asked. */
    public boolean permits() {
        return switch (this) {
            case ADMITTED, STATUTORY_DUTY -> true;
            case OFFICE_DUTY, OUT_OF_SCOPE, NOT_ADMITTED, FUNDS_NOT_PAID, NOT_YET_VALID, EXITED, EXPIRED -> false;
        };
    }
}
