package cn.shequ.events.workforce;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.NUMBER;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/**
 * A training of community workers ended (Art. 20). The cost in CNY is that of the people of one county-level unit; a training
 * of several units is told once for each.
 */
@EventType(
        source = "workforce",
        name = "training-completed",
        version = 1,
        subject = "training",
        key = "division",
        says =
                "A training of community workers ended, and this is what it cost one county-level unit, in CNY (Art. 20).")
public record TrainingCompleted(
        @Is(ID) String training,
        @Is(DIVISION) String division,
        @Is(AMOUNT) String cost,
        @Counts(NUMBER) int participants,
        LocalDate completedOn,
        LocalDate payBy)
        implements EventData {

    public TrainingCompleted {
        Must.be(ID, "training", training);
        Must.be(DIVISION, "division", division);
        Must.be(AMOUNT, "cost", cost);
        Must.be(NUMBER, "participants", participants);
        Must.bePresent("completedOn", completedOn);
        Must.bePresent("payBy", payBy);
    }

    @Override
    public String aboutSubject() {
        return training;
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
