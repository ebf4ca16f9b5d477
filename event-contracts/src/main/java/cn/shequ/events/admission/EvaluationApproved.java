package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;

/** The leading group approved an item, which is part of the one evaluation of its division and year from now on (Art. 7). */
@EventType(
        source = "admission",
        name = "evaluation-approved",
        version = 1,
        subject = "item",
        key = "division",
        says = "The leading group approved an item into the one evaluation of a division and year (Art. 7).")
public record EvaluationApproved(
        @Is(ID) String item,
        @Is(DIVISION) String division,
        @Counts(YEAR) int year,
        @Is(CREDIT_CODE) String department,
        @OneOf(EvaluationIssuer.class) String issuer,
        LocalDate approvedOn)
        implements EventData {

    public EvaluationApproved {
        Must.be(ID, "item", item);
        Must.be(DIVISION, "division", division);
        Must.be(YEAR, "year", year);
        Must.be(CREDIT_CODE, "department", department);
        Must.beOneOf(EvaluationIssuer.class, "issuer", issuer);
        Must.bePresent("approvedOn", approvedOn);
    }

    @Override
    public String aboutSubject() {
        return item;
    }

    @Override
    public String partitionKey() {
        return division;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
