package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.NUMBER;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** The seal of a residents' committee was set under a matter of the catalogue (Art. 8). */
@EventType(
        source = "admission",
        name = "seal-used",
        version = 1,
        subject = "use",
        key = "community",
        says = "The seal of a residents' committee was set under a matter of the catalogue (Art. 8).")
public record SealUsed(
        @Is(ID) String use,
        @Is(ID) String seal,
        @Is(DIVISION) String community,
        @Is(CODE) String matter,
        @Counts(NUMBER) int copies,
        LocalDate usedOn)
        implements EventData {

    public SealUsed {
        Must.be(ID, "use", use);
        Must.be(ID, "seal", seal);
        Must.be(DIVISION, "community", community);
        Must.be(CODE, "matter", matter);
        Must.be(NUMBER, "copies", copies);
        Must.hold(copies > 0, "copies", "more than none");
        Must.bePresent("usedOn", usedOn);
    }

    @Override
    public String aboutSubject() {
        return use;
    }

    @Override
    public String partitionKey() {
        return community;
    }

    @Override
    public String concernsDivision() {
        return community;
    }
}
