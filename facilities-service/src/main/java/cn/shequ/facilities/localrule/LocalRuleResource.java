package cn.shequ.facilities.localrule;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Local rules: decided by a unit's administrator, read by everybody. */
@Path("/v1/local-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "local-rules", description = "Rows of the rulebook that a city or a county-level unit decided for itself.")
@RunOnVirtualThread
public class LocalRuleResource {

    private final LocalRuleDecisions decisions;
    private final LocalRules rules;

    LocalRuleResource(LocalRuleDecisions decisions, LocalRules rules) {
        this.decisions = decisions;
        this.rules = rules;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "decideLocalRule",
            summary = "Decide a rule for a city or a county-level unit",
            description = """
                    Only stricter than the rule above it: more of a minimum, less of a maximum, a larger set. A further \
                    version begins later than the one before and ends it. Decisions of other services follow it from \
                    the event `rule-changed`.""")
    @APIResponse(responseCode = "201", description = "The rule, with its version.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`, `idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`not-found`: not a division of your territory")
    @APIResponse(
            responseCode = "422",
            description = "`rule-unknown`, `rule-level`, `rule-value-invalid`, `rule-not-stricter`, `rule-not-later`,"
                    + " `division-unknown`, `no-rule-on-day`, `idempotency-key-reused`")
    public Response decide(NewLocalRule decided) {
        Rule rule = decisions.decide(decided);
        URI location = URI.create("/v1/local-rules/%s/%s/%d".formatted(rule.division(), rule.id(), rule.version()));
        return Response.created(location).entity(rule).build();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listLocalRules",
            summary = "Local rules",
            description = "Public. All versions, or those of a day.")
    @APIResponse(responseCode = "200", description = "A page of rules: `items`, and `next` when there are more.")
    @APIResponse(responseCode = "400", description = "`invalid-request`, `invalid-cursor`")
    public Response list(
            @QueryParam("division") @Parameter(example = "220102000000") @Nullable DivisionCode division,
            @QueryParam("ruleId") @Parameter(example = "premises.standard-area") @Nullable String ruleId,
            @QueryParam("on")
                    @Parameter(description = "Only those in force on the day.", example = "2026-01-01")
                    @Nullable
                    LocalDate on,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(rules.list(division, ruleId, on, page), page, LocalRules::key)
                .answer(uri);
    }

    @GET
    @Path("/{division}/{ruleId}/{version}")
    @PermitAll
    @Operation(operationId = "readLocalRule", summary = "One version of a local rule", description = "Public.")
    @APIResponse(responseCode = "200", description = "The rule.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Rule read(
            @PathParam("division") @Parameter(example = "220102000000") DivisionCode division,
            @PathParam("ruleId") @Parameter(example = "premises.standard-area") String ruleId,
            @PathParam("version") @Parameter(example = "1") int version) {
        return rules.version(division, ruleId, version).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
