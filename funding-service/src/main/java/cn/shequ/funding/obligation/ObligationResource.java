package cn.shequ.funding.obligation;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

    private static final int MOST_BUSINESS_DAYS = 250;

    private final Obligations obligations;
    private final DueDays days;

    ObligationResource(Obligations obligations, DueDays days) {
        this.obligations = obligations;
        this.days = days;
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
            content = @Content(schema = @Schema(implementation = ObligationView[].class)))
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
            @QueryParam("decision")
                    @Parameter(description = "Of this training, payroll, remedy, placement or allocation.")
                    @Nullable
                    UUID decision,
            @QueryParam("status") @Nullable ObligationStatus status,
            @QueryParam("overdue")
                    @Parameter(description = "true: outstanding after the deadline; false: the others.")
                    @Nullable
                    Boolean overdue,
            @QueryParam("dueWithin")
                    @Min(0)
                    @Max(MOST_BUSINESS_DAYS)
                    @Parameter(
                            description =
                                    "Something is outstanding, not overdue, and due within so many business days.",
                            example = "10")
                    @Nullable
                    Integer dueWithin,
            @Context UriInfo uri) {
        UUID reference = Stream.of(placement, allocation, decision)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return obligations
                .list(
                        page,
                        new ObligationFilter(
                                ledger,
                                fund,
                                community,
                                payer,
                                origin,
                                reference,
                                status,
                                days.lastOverdue(),
                                overdue,
                                dueWithin == null ? null : days.within(dueWithin)))
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
    @Operation(
            operationId = "getObligation",
            summary = "One obligation",
            description = "How far it is paid, and whether it was found late or short.")
    @APIResponse(responseCode = "200", description = "The obligation.")
    @APIResponse(responseCode = "404", description = "not-found")
    public ObligationView get(@PathParam("id") UUID id) {
        return obligations.toSee(id);
    }
}
