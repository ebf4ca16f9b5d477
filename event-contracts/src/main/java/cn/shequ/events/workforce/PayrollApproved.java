package cn.shequ.events.workforce;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;
import static cn.shequ.events.Whole.PART;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventPart;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import cn.shequ.events.Parts;
import java.time.LocalDate;
import java.util.List;

/**
 * A payroll of the communities of a county-level unit was approved (Art. 18, 21, 22): sums in CNY by community and kind, and no
 * person. All sums of one community stand in one part.
 */
@EventType(
        source = "workforce",
        name = "payroll-approved",
        version = 1,
        subject = "payroll",
        key = "division",
        says =
                "A payroll of the communities of a county-level unit was approved; sums per community, nobody is named (Art. 18, 21, 22).")
public record PayrollApproved(
        @Is(ID) String payroll,
        @Is(DIVISION) String division,
        @Counts(YEAR) int year,
        LocalDate approvedOn,
        LocalDate payBy,
        @Counts(PART) int part,
        @Counts(PART) int parts,
        List<Item> items)
        implements EventData {

    public PayrollApproved {
        Must.be(ID, "payroll", payroll);
        Must.be(DIVISION, "division", division);
        Must.be(YEAR, "year", year);
        Must.bePresent("approvedOn", approvedOn);
        Must.bePresent("payBy", payBy);
        Parts.check(part, parts);
        items = Parts.ofOne("items", items);
        Must.hold(
                items.stream()
                        .allMatch(item -> PayKind.valueOf(item.kind()).isPaidByDepartment()
                                || item.payer().equals(division)),
                "items",
                "allowances are paid by the division itself");
    }

    @Override
    public String aboutSubject() {
        return payroll;
    }

    @Override
    public String partitionKey() {
        return division;
    }

    @Override
    public String concernsDivision() {
        return division;
    }

    /** What one kind of pay costs in one community, in CNY, and who pays: a city department for public-welfare posts. */
    public record Item(
            @Is(DIVISION) String community,
            @OneOf(PayKind.class) String kind,
            @Is(PAYER) String payer,
            @Is(AMOUNT) String amount)
            implements EventPart {

        private static final int DIGITS_OF_DIVISION = 12;

        public Item {
            Must.be(DIVISION, "community", community);
            Must.beOneOf(PayKind.class, "kind", kind);
            Must.be(PAYER, "payer", payer);
            Must.be(AMOUNT, "amount", amount);
            Must.hold(
                    PayKind.valueOf(kind).isPaidByDepartment() == (payer.length() != DIGITS_OF_DIVISION),
                    "payer",
                    "a city department for public-welfare posts, else the finance of a division");
        }
    }
}
