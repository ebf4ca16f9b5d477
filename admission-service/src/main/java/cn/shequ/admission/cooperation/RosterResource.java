package cn.shequ.admission.cooperation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Territory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who takes part in a city or in a county-level unit. */
@Path("/v1/cooperation-roster")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cooperation", description = "Who leads, who cooperates and who sets policies (Art. 35).")
@RunOnVirtualThread
public class RosterResource {

    private final Functions functions;
    private final Fulfilments fulfilments;
    private final Territory territory;

    RosterResource(Functions functions, Fulfilments fulfilments, Territory territory) {
        this.functions = functions;
        this.fulfilments = fulfilments;
        this.territory = territory;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readCooperationRoster",
            summary = "For each function of Art. 35 the body that fulfils it, or that it is missing",
            description =
                    "Public, as the register of bodies is. Of a city or a county-level unit, by bodies of its own.")
    @APIResponse(
            responseCode = "200",
            description = "The roster.",
            content = @Content(schema = @Schema(implementation = CooperationRoster.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: no division, or an unknown one.")
    @APIResponse(
            responseCode = "422",
            description = "`cooperation-roster-level`: neither a city nor a county-level unit")
    public CooperationRoster read(
            @QueryParam("division") @Parameter(description = "12 digits.", example = "220102000000") @Nullable
                    DivisionCode division) {
        if (division == null) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("division", "required"));
        }
        DivisionLevel level = territory
                .find(division)
                .orElseThrow(() -> Refusal.of(HttpProblem.INVALID_REQUEST)
                        .at(FieldError.of("division", "unknown-division", Map.of("value", division))))
                .level();
        if (level != DivisionLevel.CITY && level != DivisionLevel.COUNTY_LEVEL) {
            throw Refusal.of(AdmissionProblem.COOPERATION_ROSTER_LEVEL).with("actual", level);
        }
        return CooperationRoster.of(division, functions, fulfilments.in(List.of(division)));
    }
}
