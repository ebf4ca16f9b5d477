package cn.shequ.admission.refusal;

import cn.shequ.events.admission.RefusalGrounds;
import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A demand that a community refuses (Art. 4).
 *
 * @param matter one of the sixteen domains, or a word of its own for what lies outside
 * @param demanded what was asked, in the community's words; stays in this service
 */
@Schema(examples = """
                {"community":"220102001001","demandingBody":{"creditCode":"11220102DEM000022E"},\
                "matter":"COMMUNITY_EDUCATION","demanded":"要求社区统计辖区学龄儿童并每周上报","grounds":"NOT_ADMITTED"}""")
public record NewRefusal(
        @NotNull DivisionCode community,
        @NotNull @Valid DemandingBody demandingBody,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String matter,
        @NotBlank @Size(max = 4000) String demanded,
        @NotNull RefusalGrounds grounds) {}
