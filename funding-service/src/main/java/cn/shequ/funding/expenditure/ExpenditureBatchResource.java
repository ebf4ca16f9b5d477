package cn.shequ.funding.expenditure;

import cn.shequ.funding.batch.BatchKind;
import cn.shequ.funding.batch.BatchMode;
import cn.shequ.funding.batch.BatchReport;
import cn.shequ.funding.batch.Batches;
import cn.shequ.funding.batch.LineOutcome;
import cn.shequ.funding.batch.LineReading;
import cn.shequ.funding.batch.LineReport;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.idempotency.Idempotent;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches of expenditures over HTTP. */
@Path("/v1/expenditure-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "batches", description = "Thousands of lines in one request, for cities that come with history.")
@RunOnVirtualThread
public class ExpenditureBatchResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final LineReading reading;
    private final ExpenditureBatchRecording expenditureBatchRecording;
    private final Batches batches;
    private final ExpenditureBatchSteps steps;

    ExpenditureBatchResource(
            LineReading reading,
            ExpenditureBatchRecording expenditureBatchRecording,
            Batches batches,
            ExpenditureBatchSteps steps) {
        this.reading = reading;
        this.expenditureBatchRecording = expenditureBatchRecording;
        this.batches = batches;
        this.steps = steps;
    }

    @POST
    @Consumes({NDJSON, CSV})
    @RolesAllowed(Roles.SUBDISTRICT_ACCOUNTANT)
    @Operation(operationId = "sendExpenditureBatch", summary = "Send a batch of expenditures", description = """
                    Up to 10,000 lines, as a JSON object per line or as a table whose heading names the fields. Every rule of a single expenditure
                    holds; the line's own reference makes it known, so nothing is recorded twice. In a table several digests
                    of evidence are separated by a space.
                    PER_LINE books what can be booked; ALL_OR_NOTHING books nothing when one line is refused; a dry run books
                    nothing at all. The report says of every line what became of it. The key names the batch for good: sent
                    again it gets the same report.""")
    @APIResponse(
            responseCode = "201",
            description = "Decided. The lines are listed under the Location.",
            content = @Content(schema = @Schema(implementation = BatchReport.class)))
    @APIResponse(responseCode = "200", description = "The same batch was sent before; this is its report.")
    @APIResponse(responseCode = "400", description = "idempotency-key-required, batch-table-unreadable")
    @APIResponse(responseCode = "409", description = "busy: another request books one of these lines just now.")
    @APIResponse(responseCode = "413", description = "batch-too-long, batch-line-too-long, body-too-large")
    @APIResponse(responseCode = "422", description = "batch-empty, idempotency-key-reused")
    public Response send(
            @HeaderParam("Idempotency-Key") @Parameter(required = true, example = "expenditure-batches-2019") @Nullable
                    String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
            @QueryParam("mode") @DefaultValue("ALL_OR_NOTHING") BatchMode mode,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            content = {
                                @Content(mediaType = NDJSON, examples = @ExampleObject(name = "lines", value = """
                                    {"reference": "2019-0001", "fund": "019a9c5e-0000-7000-8000-000000000003", "category": "LABOUR_FEES", "amount": "1200.00", "payee": "某某文印店", "purpose": "入户宣传材料制作", "evidence": [], "bookedOn": "2026-03-05"}""")),
                                @Content(mediaType = CSV, examples = @ExampleObject(name = "table", value = """
                                    reference,fund,category,amount,payee,purpose,evidence,bookedOn
                                    2019-0001,019a9c5e-0000-7000-8000-000000000003,LABOUR_FEES,1200.00,某某文印店,入户宣传材料制作,,2026-03-05"""))
                            })
                    InputStream lines)
            throws IOException {
        if (key == null || !key.matches("[\\x21-\\x7E]{1,200}")) {
            throw Refusal.of(HttpProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        Batches.Sent sent = expenditureBatchRecording.take(reading.read(
                ExpenditureLine.class, lines, type.startsWith(CSV), BatchKind.EXPENDITURES, mode, dryRun, key));
        return (sent.isNew()
                        ? Response.created(URI.create(
                                "/v1/expenditure-batches/" + sent.report().id()))
                        : Response.ok().header("Idempotency-Replayed", "true"))
                .entity(sent.report())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getExpenditureBatch",
            summary = "The report of a batch",
            description = "How many lines were booked, were booked before, could be booked, or were refused.")
    @APIResponse(responseCode = "200", description = "The report.")
    @APIResponse(responseCode = "404", description = "not-found")
    public BatchReport get(@PathParam("id") UUID id) {
        return batches.toSee(id, BatchKind.EXPENDITURES);
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listExpenditureBatchLines",
            summary = "What became of each line",
            description =
                    "In the order of the batch; a refused line has the problem that a single request would have got.")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines.",
            content = @Content(schema = @Schema(implementation = LineReport[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response lines(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable LineOutcome outcome,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return batches.lines(get(id).id(), outcome, page).answer(uri);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.SUBDISTRICT_APPROVER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(
            operationId = "approveExpenditureBatch",
            summary = "Approve the expenditures of a batch",
            description = """
                    By another person than their maker, each by the rules of a single approval. At most 500 lines a call, from
                    the line after `after` on; go on with `next` until there is none.""")
    @APIResponse(
            responseCode = "200",
            description = "How many were approved, and which were not and why.",
            content = @Content(schema = @Schema(implementation = BatchStep.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response approve(@PathParam("id") UUID id, @QueryParam("after") @DefaultValue("0") int after) {
        return Response.ok(steps.approve(get(id).id(), after)).build();
    }

    @POST
    @Path("/{id}/payment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBDISTRICT_CASHIER)
    @Retried
    @Transactional
    @Idempotent
    @Operation(operationId = "payExpenditureBatch", summary = "Pay the expenditures of a batch", description = """
                    By the cashier, who neither made nor approved them, each by the rules of a single payment. At most 500
                    lines a call, from the line after `after` on; go on with `next` until there is none.""")
    @APIResponse(
            responseCode = "200",
            description = "How many were paid, and which were not and why.",
            content = @Content(schema = @Schema(implementation = BatchStep.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response pay(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") int after,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Payment.class),
                                            examples = @ExampleObject(value = "{\"bookedOn\": \"2026-03-06\"}")))
                    Payment payment) {
        return Response.ok(steps.pay(get(id).id(), after, payment.bookedOn())).build();
    }
}
