package cn.shequ.kit.probe;

import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/v1/probes")
@RunOnVirtualThread
public class ProbeResource {

    private static final Money LEAST = Money.of("10");
    private static final Money FORBIDDEN = Money.of("13");

    private final Jdbi jdbi;
    private final Problems problems;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;

    ProbeResource(Jdbi jdbi, Problems problems, Jurisdiction jurisdiction, Rulebook rulebook) {
        this.jdbi = jdbi;
        this.problems = problems;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
    }

    @POST
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.DEPARTMENT_OFFICER})
    @Transactional
    @Idempotent
    public Response create(NewProbe wanted, @QueryParam("department") @Nullable String department) {
        Reach reach = Reach.of(wanted.division());
        jurisdiction.requireAct(department == null ? reach : reach.ownedBy(department));
        if (wanted.amount().equals(FORBIDDEN)) {
            UUID attempt = Ids.next();
            jdbi.useHandle(handle -> handle.execute("INSERT INTO probe_attempt VALUES (?, ?)", attempt, FORBIDDEN));
            return problems.recorded(Refusal.of(ProbeProblem.FORBIDDEN_AMOUNT).with("actual", FORBIDDEN), attempt);
        }
        Probe probe = new Probe(Ids.next(), wanted.division(), wanted.name(), wanted.amount(), 1);
        jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO probe VALUES (:id, :division, :name, :amount, :version)")
                        .bindMethods(probe)
                        .execute());
        if (wanted.amount().compareTo(LEAST) < 0) {
            throw Refusal.of(ProbeProblem.TOO_SMALL).with("required", LEAST).with("actual", wanted.amount());
        }
        return Response.created(URI.create("/v1/probes/" + probe.id()))
                .tag(Integer.toString(probe.version()))
                .entity(probe)
                .build();
    }

    @GET
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public Response list(@BeanParam PageRequest page, @QueryParam("name") @Nullable String name, @Context UriInfo uri) {
        List<Probe> found = jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM probe p WHERE "
                        + Jurisdiction.within("p.division")
                        + " AND name = :name AND id::text > :after ORDER BY id::text LIMIT :limit")
                .bindMap(jurisdiction.bindings())
                .bind("name", name)
                .bind("after", page.after())
                .bind("limit", page.limit() + 1)
                .mapTo(Probe.class)
                .list());
        return Page.of(found, page, probe -> probe.id().toString()).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "readProbe")
    public Probe get(@PathParam("id") UUID id) {
        Probe probe = find(id);
        jurisdiction.requireSee(Reach.of(probe.division()));
        return probe;
    }

    @PUT
    @Path("/{id}/name")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Transactional
    public Response rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewProbe wanted) {
        Version.require(ifMatch, find(id).version());
        jdbi.useHandle(handle ->
                handle.execute("UPDATE probe SET name = ?, version = version + 1 WHERE id = ?", wanted.name(), id));
        return Response.noContent().build();
    }

    @GET
    @Path("/failure")
    @PermitAll
    public String fail() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("/default")
    @PermitAll
    public String productDefault(
            @QueryParam("rule") String rule, @QueryParam("division") cn.shequ.kit.division.DivisionCode division) {
        throw Refusal.of(ProbeProblem.TOO_SMALL)
                .with("required", 2)
                .with("actual", 1)
                .under(rulebook.today(rule, division));
    }

    private Probe find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM probe WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Probe.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
