package cn.shequ.events.workforce;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.NUMBER;
import static cn.shequ.events.Whole.ORDINAL;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/**
 * A community elected its residents' committee: what follows is systematic training (Art. 20) and the handover of the seal
 * (Art. 8). How many were elected beside the one director is told, and nobody's name.
 *
 * @param number which term of the community's committee this is (第几届)
 * @param endsOn the last day of the term
 */
@EventType(
        source = "workforce",
        name = "committee-elected",
        version = 1,
        subject = "term",
        key = "community",
        says =
                "A community elected its residents' committee for a term; how many beside the one director, and nobody is named (Art. 8, 20).")
public record CommitteeElected(
        @Is(ID) String term,
        @Is(DIVISION) String community,
        @Counts(ORDINAL) int number,
        LocalDate electedOn,
        LocalDate endsOn,
        @Counts(NUMBER) int deputies,
        @Counts(NUMBER) int members)
        implements EventData {

    public CommitteeElected {
        Must.be(ID, "term", term);
        Must.be(DIVISION, "community", community);
        Must.be(ORDINAL, "number", number);
        Must.bePresent("electedOn", electedOn);
        Must.beInOrder("endsOn", electedOn, endsOn);
        Must.bePresent("endsOn", endsOn);
        Must.be(NUMBER, "deputies", deputies);
        Must.be(NUMBER, "members", members);
    }

    @Override
    public String aboutSubject() {
        return term;
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
