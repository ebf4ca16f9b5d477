package cn.shequ.kit.rulebook;

import cn.shequ.kit.division.DivisionCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rulebook, for everybody to read. */
@Path("/v1/rulebook")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rulebook", description = "Every number of the policy as a dated row.")
@RunOnVirtualThread
public class RulebookResource {

    private final Rulebook rulebook;
    private final Clock clock;

    RulebookResource(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRules",
            summary = "The rules in force on a day, in a division",
            description = "Public. Without `division` the product's own rows; with it, local rules in their place.")
    public List<Rule> list(
            @QueryParam("on")
                    @Parameter(description = "The day; today when left out.", example = "2026-01-01")
                    @Nullable
                    LocalDate on,
            @QueryParam("division") @Parameter(description = "A 12-digit code.", example = "220102000000") @Nullable
                    DivisionCode division) {
        return rulebook.all(on == null ? LocalDate.now(clock) : on, division);
    }
}
