package cn.shequ.funding.ledger;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who owes or pays: the finance of a division by its 12 digits, or a body by its unified social credit code. */
public record Payer(@JsonValue String value) {

    private static final int DIGITS_OF_DIVISION = 12;

    @JsonCreator
    public Payer {
        if (value.length() == DIGITS_OF_DIVISION) {
            DivisionCode.of(value);
        } else {
            CreditCode.of(value);
        }
    }

    public static Payer financeOf(DivisionCode division) {
        return new Payer(division.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
