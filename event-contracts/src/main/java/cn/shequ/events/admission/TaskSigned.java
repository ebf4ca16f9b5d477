package cn.shequ.events.admission;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The principal leader signed (Art. 5): the task may enter each community as soon as the funds for it are paid (Art. 11). The
 * last day of validity is included. Without a domain the task rests on exceptional grounds.
 */
@EventType(
        source = "admission",
        name = "task-signed",
        version = 1,
        subject = "application",
        key = "application",
        says =
                "The principal leader signed: the task is admitted to these communities once its funds are paid (Art. 5, 11).")
public record TaskSigned(
        @Is(ID) String application,
        @Is(CREDIT_CODE) String department,
        @Is(DIVISION) String division,
        @OneOf(AssistanceDomain.class) @Nullable String domain,
        @Is(CREDIT_CODE) String payer,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate signedOn,
        @Counts(PART) int part,
        @Counts(PART) int parts,
        List<Placement> placements)
        implements EventData {

    /** The funding rows of one part's placements together, so that a task of many years stays small enough. */
    public static final int MOST_FUNDING_ROWS = 250;

    public TaskSigned {
        Must.be(ID, "application", application);
        Must.be(CREDIT_CODE, "department", department);
        Must.be(DIVISION, "division", division);
        Must.beOneOfIfPresent(AssistanceDomain.class, "domain", domain);
        Must.be(CREDIT_CODE, "payer", payer);
        Must.bePresent("validTo", validTo);
        Must.beInOrder("validTo", validFrom, validTo);
        Must.bePresent("signedOn", signedOn);
        Parts.check(part, parts);
        placements = Parts.ofOne("placements", placements);
        Must.hold(
                placements.stream().mapToInt(Placement::weight).sum() <= MOST_FUNDING_ROWS,
                "placements",
                "with at most " + MOST_FUNDING_ROWS + " funding rows together");
    }

    @Override
    public String aboutSubject() {
        return application;
    }

    @Override
    public String partitionKey() {
        return application;
    }

    @Override
    public String concernsDivision() {
        return division;
    }

    /** The placements in parts that can be sent. */
    public static List<List<Placement>> split(List<Placement> placements) {
        return Parts.split(placements, Placement::weight, MOST_FUNDING_ROWS);
    }

    /** The task in one community, and what is to be paid for it; no funding where the task causes no work. */
    public record Placement(
            @Is(ID) String placement, @Is(DIVISION) String community, List<Funding> funding) implements EventPart {

        public Placement {
            Must.be(ID, "placement", placement);
            Must.be(DIVISION, "community", community);
            funding = Parts.ofOne("funding", funding);
        }

        private int weight() {
            return funding.size();
        }
    }

    /** What one funding year of one placement costs in its three parts (Art. 11), in CNY, and the day it is due. */
    public record Funding(
            @Counts(YEAR) int fundingYear,
            @Is(AMOUNT) String workingFunds,
            @Is(AMOUNT) String labourFees,
            @Is(AMOUNT) String conditions,
            @Is(AMOUNT) String amountDue,
            LocalDate payBy)
            implements EventPart {

        public Funding {
            Must.be(YEAR, "fundingYear", fundingYear);
            Must.be(AMOUNT, "workingFunds", workingFunds);
            Must.be(AMOUNT, "labourFees", labourFees);
            Must.be(AMOUNT, "conditions", conditions);
            Must.be(AMOUNT, "amountDue", amountDue);
            Must.beEqual(
                    "amountDue",
                    new BigDecimal(workingFunds).add(new BigDecimal(labourFees)).add(new BigDecimal(conditions)),
                    amountDue);
            Must.bePresent("payBy", payBy);
        }
    }
}
