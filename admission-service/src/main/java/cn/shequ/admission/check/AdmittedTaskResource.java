package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Territory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a community may be asked today, for everybody to read. */
@Path("/v1/communities/{code}/admitted-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admission-checks")
@RunOnVirtualThread
public class AdmittedTaskResource {

    private final AdmittedTasks tasks;
    private final Territory territory;
    private final Clock clock;

    AdmittedTaskResource(AdmittedTasks tasks, Territory territory, Clock clock) {
        this.tasks = tasks;
        this.territory = territory;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAdmittedTasks",
            summary = "What this community may be asked today",
            description = "Public. Admitted, paid for and within its time limit (Art. 5); anything else of the sixteen "
                    + "domains may be refused.")
    @APIResponse(
            responseCode = "200",
            description = "A page of tasks.",
            content = @Content(schema = @Schema(implementation = AdmittedTask[].class)))
    @APIResponse(responseCode = "404", description = "`not-found`: there is no such division.")
    public Response list(@PathParam("code") DivisionCode code, @BeanParam PageRequest page, @Context UriInfo uri) {
        if (territory.find(code).isEmpty()) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        return tasks.inForce(code, LocalDate.now(clock), page).answer(uri);
    }
}
