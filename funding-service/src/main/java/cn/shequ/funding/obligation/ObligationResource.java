package cn.shequ.funding.obligation;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Obligations over HTTP. */
@Path("/v1/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations", description = "Who owes how much to which fund by when (Art. 5, 11, 15).")
@RunOnVirtualThread
public class ObligationResource {

    private final Obligations obligations;

    ObligationResource(Obligations obligations) {
        this.obligations = obligations;
    }

    @GET
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR,
        Roles.DEPARTMENT_OFFICER
    })
    @Operation(
            operationId = "listObligations",
            summary = "The obligations of the caller's territory",
            description = """
                    In the order in which they were opened; every filter may be left out. A department's officer sees
                    what the own department owes.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of obligations.",
            content = @Content(schema = @Schema(implementation = Obligation[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("ledger") @Nullable UUID ledger,
            @QueryParam("fund") @Nullable UUID fund,
            @QueryParam("community") @Parameter(example = "220102001001") @Nullable DivisionCode community,
            @QueryParam("payer")
                    @Parameter(description = "A division's finance or a body's credit code.", example = "220102000000")
                    @Nullable
                    Payer payer,
            @QueryParam("origin") @Nullable ObligationOrigin origin,
            @QueryParam("placement") @Parameter(description = "Of this placement.") @Nullable UUID placement,
            @QueryParam("allocation") @Parameter(description = "Of this annual allocation.") @Nullable UUID allocation,
            @QueryParam("status") @Nullable ObligationStatus status,
            @Context UriInfo uri) {
        UUID reference = placement == null ? allocation : placement;
        return obligations
                .list(page, new ObligationFilter(ledger, fund, community, payer, origin, reference, status))
                .answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR,
        Roles.DEPARTMENT_OFFICER
    })
    @Operation(operationId = "getObligation", summary = "One obligation", description = "And how far it is paid.")
    @APIResponse(responseCode = "200", description = "The obligation.")
    @APIResponse(responseCode = "404", description = "not-found")
    public Obligation get(@PathParam("id") UUID id) {
        return obligations.toSee(id);
    }
}
