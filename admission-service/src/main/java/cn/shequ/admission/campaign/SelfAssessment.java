package cn.shequ.admission.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a community sees itself: points for every criterion, with what shows them (Art. 30). */
@Schema(examples = """
                {"lines":[{"criterion":1,"points":38,"evidence":"全年召开居民议事会12次，记录齐全"},\
                {"criterion":2,"points":27,"evidence":"调处纠纷46件，成功44件"},{"criterion":3,"points":28,"evidence":"错时服务"}]}""")
public record SelfAssessment(@NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

    /**
     * Points for a criterion.
     *
     * @param criterion its number in the campaign
     * @param evidence what shows them, in words
     */
    public record Line(
            int criterion,
            @Min(0) int points,
            @NotBlank @Size(max = 2000) String evidence) implements CriterionPoints {}
}
