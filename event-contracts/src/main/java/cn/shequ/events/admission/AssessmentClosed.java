package cn.shequ.events.admission;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.FIGURE;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.NUMBER;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The result of a division's annual assessment is fixed (Art. 36). The score is the weight of the targets that were met, in
 * percent of the weight that counted; it is absent where nothing counted because no target had a figure. The weights of all
 * targets add up to 100.
 */
@EventType(
        source = "admission",
        name = "assessment-closed",
        version = 1,
        subject = "assessment",
        key = "division",
        says = "The result of a division's annual assessment by the division above it is fixed (Art. 36).")
public record AssessmentClosed(
        @Is(ID) String assessment,
        @Is(DIVISION) String assessingDivision,
        @Is(DIVISION) String division,
        @Counts(YEAR) int year,
        @Is(FIGURE) @Nullable String score,
        @Counts(NUMBER) int weightMet,
        @Counts(NUMBER) int weightCounted,
        LocalDate closedOn)
        implements EventData {

    private static final int WHOLE_WEIGHT = 100;

    public AssessmentClosed {
        Must.be(ID, "assessment", assessment);
        Must.be(DIVISION, "assessingDivision", assessingDivision);
        Must.be(DIVISION, "division", division);
        Must.be(YEAR, "year", year);
        Must.beIfPresent(FIGURE, "score", score);
        Must.be(NUMBER, "weightMet", weightMet);
        Must.be(NUMBER, "weightCounted", weightCounted);
        Must.hold(weightMet <= weightCounted, "weightMet", "at most what counted");
        Must.hold(weightCounted <= WHOLE_WEIGHT, "weightCounted", "at most " + WHOLE_WEIGHT);
        Must.hold((score == null) == (weightCounted == 0), "score", "absent where nothing counted, and only there");
        Must.bePresent("closedOn", closedOn);
    }

    @Override
    public String aboutSubject() {
        return assessment;
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
