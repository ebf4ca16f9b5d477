package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;

/**
 * A leading group did not decide on an application in time. It comes before the group's principal leader, and when a second
 * term passes, before the next level up; nothing is decided by that.
 */
@EventType(
        source = "admission",
        name = "task-review-overdue",
        version = 1,
        subject = "application",
        key = "application",
        says =
                "A leading group did not decide on an application in time; it comes before its leader, or the next level up.")
public record TaskReviewOverdue(
        @Is(ID) String application,
        @Is(CREDIT_CODE) String department,
        @Is(DIVISION) String division,
        @Is(DIVISION) String decidedBy,
        LocalDate reviewBy,
        @OneOf(ReviewEscalation.class) String escalatedTo,
        @Is(DIVISION) String before,
        LocalDate escalatedOn)
        implements EventData {

    public TaskReviewOverdue {
        Must.be(ID, "application", application);
        Must.be(CREDIT_CODE, "department", department);
        Must.be(DIVISION, "division", division);
        Must.be(DIVISION, "decidedBy", decidedBy);
        Must.beOneOf(ReviewEscalation.class, "escalatedTo", escalatedTo);
        Must.be(DIVISION, "before", before);
        Must.bePresent("escalatedOn", escalatedOn);
        Must.beInOrder("escalatedOn", reviewBy, escalatedOn);
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
}
