package cn.shequ.admission.consultation;

import cn.shequ.admission.refusal.DemandingBody;
import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a body has started in a subdistrict's territory without telling its office (Art. 2).
 *
 * @param actingBody a registered body by its credit code, any other by name and level
 * @param startedOn today or earlier
 */
@Schema(examples = """
                {"division":"220102001000","actingBody":{"name":"某某公司","level":"CITY"},"action":"占道施工",\
                "place":"南岭大街","startedOn":"2026-03-01"}""")
public record UnnotifiedAction(
        @NotNull DivisionCode division,
        @NotNull @Valid DemandingBody actingBody,
        @NotBlank @Size(max = 2000) String action,
        @NotBlank @Size(max = 400) String place,
        @NotNull LocalDate startedOn) {}
