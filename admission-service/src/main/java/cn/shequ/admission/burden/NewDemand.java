package cn.shequ.admission.burden;

import cn.shequ.admission.refusal.DemandingBody;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a body demands of a community (Art. 7).
 *
 * @param matter one of the sixteen domains, the code of a duty, or a word of its own for what lies outside
 * @param demanded what was asked, in words; stays in this service
 * @param form of the catalogue, for a ledger or statistical form
 * @param exemption that was approved, for a meeting or unpaid service
 */
@Schema(examples = """
                {"community":"220102001001","demandingBody":{"creditCode":"11220102DEM000022E"},\
                "kind":"MEETING","matter":"COMMUNITY_EDUCATION","demanded":"要求社区主任参加全区教育工作部署会"}""")
public record NewDemand(
        @NotNull DivisionCode community,
        @NotNull @Valid DemandingBody demandingBody,
        @NotNull DemandKind kind,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String matter,
        @NotBlank @Size(max = 4000) String demanded,
        @Nullable UUID form,
        @Nullable UUID exemption) {

    /** Each kind comes with the basis that it can have, and with no other. */
    List<FieldError> findings() {
        List<FieldError> findings = new ArrayList<>();
        if (form != null && !kind.needsForm()) {
            findings.add(FieldError.of("form", "excludes", Map.of("other", kind)));
        }
        if (exemption != null && !kind.mayBeExempted()) {
            findings.add(FieldError.of("exemption", "excludes", Map.of("other", kind)));
        }
        return findings;
    }
}
