package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the seal is asked for (Art. 8).
 *
 * @param summary what the document says
 * @param blanks whether anything in it is still to be filled in
 */
@Schema(examples = """
                {"community":"220102001001","matter":"SELF_GOVERNMENT_AFFAIRS","summary":"居民代表会议关于楼道照明的决定",\
                "copies":2,"applicant":"王某某","blanks":false}""")
public record NewSealUse(
        @NotNull DivisionCode community,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String matter,
        @NotBlank @Size(max = 2000) String summary,
        @Min(1) @Max(1000) int copies,
        @NotBlank @Size(max = 100) String applicant,
        @NotNull Boolean blanks) {}
