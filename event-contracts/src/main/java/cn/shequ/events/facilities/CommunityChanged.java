package cn.shequ.events.facilities;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Whole.NUMBER;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** The people of a community, counted on a day. Demonstration figures are marked, so that nobody takes them for a census. */
@EventType(
        source = "facilities",
        name = "community-changed",
        version = 1,
        subject = "community",
        key = "community",
        says = "The households and residents of a community, and whether it is urban, as of a day.")
public record CommunityChanged(
        @Is(DIVISION) String community,
        boolean urban,
        @Counts(NUMBER) int households,
        @Counts(NUMBER) int residents,
        boolean demonstration,
        LocalDate asOf)
        implements EventData {

    public CommunityChanged {
        Must.be(DIVISION, "community", community);
        Must.be(NUMBER, "households", households);
        Must.be(NUMBER, "residents", residents);
        Must.bePresent("asOf", asOf);
    }

    @Override
    public String aboutSubject() {
        return community;
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
