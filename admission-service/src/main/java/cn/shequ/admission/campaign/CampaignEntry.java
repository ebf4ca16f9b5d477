package cn.shequ.admission.campaign;

import cn.shequ.admission.award.AwardStage;
import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A community in a campaign; it is the nomination for the title, and the title once it is granted, under the same id (Art. 30).
 *
 * @param stage of the title
 * @param pointsClaimed by the community
 * @param pointsFound by the office's review
 * @param pointsRequired from how many on the title is granted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignEntry(
        UUID id,
        UUID campaignId,
        @JsonIgnore DivisionCode division,
        DivisionCode community,
        AwardStage stage,
        int pointsRequired,
        int pointsClaimed,
        @Nullable Integer pointsFound,
        @JsonIgnore String assessedBy,
        LocalDate assessedOn,
        @Nullable LocalDate reviewedOn) {}
