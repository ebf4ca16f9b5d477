package cn.shequ.funding.obligation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** Reminders over HTTP. */
@Path("/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations", description = "Who owes how much to which fund by when (Art. 5, 11, 15).")
@RunOnVirtualThread
public class ReminderResource {

    private final Obligations obligations;
    private final DueDays days;
    private final Callers callers;

    ReminderResource(Obligations obligations, DueDays days, Callers callers) {
        this.obligations = obligations;
        this.days = days;
        this.callers = callers;
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
    @Operation(operationId = "listReminders", summary = "What is to be paid soon", description = """
                    Obligations of the caller's territory with something outstanding whose deadline is at most so many
                    business days away as the rulebook says (obligation.remind-within, a product default). A
                    department's officer sees what the own department owes. In the order in which they were opened.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of reminders.",
            content = @Content(schema = @Schema(implementation = Reminder[].class)))
    public Response list(
            @BeanParam PageRequest page,
            @QueryParam("ledger") @Nullable UUID ledger,
            @QueryParam("payer")
                    @Parameter(description = "A division's finance or a body's credit code.", example = "220102000000")
                    @Nullable
                    Payer payer,
            @Context UriInfo uri) {
        int businessDays = days.remindWithin(callers.current().division());
        ObligationFilter soon = new ObligationFilter(
                ledger, null, null, payer, null, null, null, days.lastOverdue(), null, days.within(businessDays));
        Page<ObligationView> found = obligations.list(page, soon);
        return new Page<>(
                        found.items().stream()
                                .map(view -> days.reminder(view.obligation()))
                                .toList(),
                        found.next())
                .answer(uri);
    }
}
