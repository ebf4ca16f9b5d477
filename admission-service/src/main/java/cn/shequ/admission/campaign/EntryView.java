package cn.shequ.admission.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A community in a campaign with its points for each criterion. */
public record EntryView(@JsonUnwrapped CampaignEntry entry, List<Line> lines) {

    /**
     * Points for a criterion.
     *
     * @param criterion its number
     * @param most that it gives
     * @param claimed by the community, with its evidence
     * @param found by the review
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int criterion,
            String title,
            int most,
            int claimed,
            String evidence,
            @Nullable Integer found) {}
}
