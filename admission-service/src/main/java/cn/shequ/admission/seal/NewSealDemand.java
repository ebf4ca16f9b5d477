package cn.shequ.admission.seal;

import cn.shequ.admission.refusal.DemandingBody;
import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A seal or certificate that somebody demands of a committee (Art. 8).
 *
 * @param matter a code of the catalogue, or a word of its own for what is not in it
 * @param demanded what was asked, in words; stays in this service
 */
@Schema(examples = """
                {"community":"220102001001","demandingBody":{"name":"某某银行","level":"COUNTY_LEVEL"},\
                "matter":"NO_KINSHIP","demanded":"办理继承取款须居委会盖章证明亲属关系"}""")
public record NewSealDemand(
        @NotNull DivisionCode community,
        @NotNull @Valid DemandingBody demandingBody,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String matter,
        @NotBlank @Size(max = 4000) String demanded) {}
