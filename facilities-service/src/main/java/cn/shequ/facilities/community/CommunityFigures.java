package cn.shequ.facilities.community;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;

/**
 * The people of a community as counted on a day.
 *
 * @param demonstration made up to show the system, not counted: nobody may take it for a census
 */
public record CommunityFigures(
        DivisionCode community, LocalDate asOf, boolean urban, int households, int residents, boolean demonstration) {

    static final int MOST = 1_000_000;

    public CommunityFigures {
        if (households < 0 || households > MOST || residents < 0 || residents > MOST) {
            throw new IllegalArgumentException("households and residents are 0 to " + MOST);
        }
    }

    /** Whether both say the same, on whatever day each was counted. */
    boolean agreesWith(CommunityFigures other) {
        return urban == other.urban
                && households == other.households
                && residents == other.residents
                && demonstration == other.demonstration;
    }
}
