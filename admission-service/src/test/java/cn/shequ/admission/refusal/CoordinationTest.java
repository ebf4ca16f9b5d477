package cn.shequ.admission.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.refusal.Coordination.Candidate;
import cn.shequ.kit.division.DivisionCode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("art-4")
class CoordinationTest {

    private static final DivisionCode DISTRICT = DivisionCode.of("220102000000");
    private static final DivisionCode CITY = DivisionCode.of("220100000000");

    @ParameterizedTest(name = "district: group {0}, covers {1}; city: group {2}, covers {3}: {4}")
    @CsvSource({
        "true, true, true, true, DISTRICT",
        "true, false, true, true, CITY",
        "false, true, true, true, CITY",
        "false, true, false, true, DISTRICT",
        "false, false, false, true, CITY",
        "false, false, false, false, CITY"
    })
    void theLowestGroupThatCoversBothCoordinates(
            boolean districtGroup, boolean districtCovers, boolean cityGroup, boolean cityCovers, String expected) {
        DivisionCode found = Coordination.of(List.of(
                new Candidate(DISTRICT, districtGroup, districtCovers), new Candidate(CITY, cityGroup, cityCovers)));
        assertThat(found).isEqualTo(expected.equals("CITY") ? CITY : DISTRICT);
    }
}
