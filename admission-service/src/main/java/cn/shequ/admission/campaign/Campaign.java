package cn.shequ.admission.campaign;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A campaign of a division and year (Art. 30).
 *
 * @param points what its criteria add up to
 * @param pointsRequired from how many on a community gets the title
 * @param assessBy the last day on which communities assess themselves
 */
public record Campaign(
        UUID id,
        CampaignKind kind,
        DivisionCode division,
        int year,
        String title,
        int points,
        int pointsRequired,
        LocalDate assessBy,
        @JsonIgnore String openedBy,
        LocalDate openedOn,
        List<Criterion> criteria) {}
