package cn.shequ.admission.campaign;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A campaign to be opened (Art. 30).
 *
 * @param division whose leading-group office holds it, for the communities in it
 * @param title what the title will be called
 * @param pointsRequired from how many points on a community gets the title
 * @param assessBy the last day on which communities assess themselves
 * @param criteria with at most so many points each
 */
@Schema(examples = """
                {"kind":"HARMONIOUS","division":"220102000000","year":2026,"title":"2026年度和谐社区","pointsRequired":80,\
                "assessBy":"2026-11-30","criteria":[{"title":"居民自治与民主协商","points":40},\
                {"title":"矛盾纠纷调处","points":30},{"title":"为民服务","points":30}]}""")
public record NewCampaign(
        @NotNull CampaignKind kind,
        @NotNull DivisionCode division,
        @Min(2011) @Max(2999) int year,
        @NotBlank @Size(max = 200) String title,
        @Min(1) int pointsRequired,
        @NotNull LocalDate assessBy,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid NewCriterion> criteria) {

    /** What is looked at, with the most points it gives. */
    public record NewCriterion(
            @NotBlank @Size(max = 200) String title,
            @Min(1) @Max(1000) int points) {}

    int points() {
        return criteria.stream().mapToInt(NewCriterion::points).sum();
    }

    List<Criterion> numbered() {
        List<Criterion> numbered = new ArrayList<>();
        for (NewCriterion criterion : criteria) {
            numbered.add(new Criterion(numbered.size() + 1, criterion.title(), criterion.points()));
        }
        return numbered;
    }
}
