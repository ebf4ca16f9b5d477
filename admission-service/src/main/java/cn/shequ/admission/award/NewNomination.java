package cn.shequ.admission.award;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is to be commended (评比表彰, Art. 36).
 *
 * @param division whose leading-group office gives the award
 * @param year for which it is given
 * @param title what it is called
 * @param nominee a community or another division by its 12 digits, a registered body by its credit code
 * @param grounds what it is given for; published with the award, so nobody is named in it
 */
@Schema(examples = """
                {"division":"220102000000","year":2026,"title":"2026年度社区建设先进集体","nominee":"11220102DEM000014K",\
                "grounds":"全年经费按时足额拨付，未向社区交办未经准入的工作"}""")
public record NewNomination(
        @NotNull DivisionCode division,
        @Min(2011) @Max(2999) int year,
        @NotBlank @Size(max = 200) String title,
        @NotNull Nominee nominee,
        @NotBlank @Size(max = 4000) String grounds) {}
