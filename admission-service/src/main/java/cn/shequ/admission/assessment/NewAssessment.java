package cn.shequ.admission.assessment;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The targets of a division for a year, to be drafted (Art. 36).
 *
 * @param division whose leading-group office sets them
 * @param subject a division directly below it
 * @param targets whose weights add up to 100
 */
@Schema(examples = """
                {"division":"220100000000","subject":"220102000000","year":2027,"targets":[\
                {"indicator":"volunteers.coverage","comparison":"AT_LEAST","value":"10","weight":60},\
                {"indicator":"weak-communities","comparison":"AT_MOST","value":"0","weight":40}]}""")
public record NewAssessment(
        @NotNull DivisionCode division,
        @NotNull DivisionCode subject,
        @Min(2011) @Max(2999) int year,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid NewTarget> targets) {}
