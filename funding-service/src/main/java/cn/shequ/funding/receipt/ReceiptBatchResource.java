package cn.shequ.funding.receipt;

import cn.shequ.funding.batch.BatchKind;
import cn.shequ.funding.batch.BatchMode;
import cn.shequ.funding.batch.BatchReport;
import cn.shequ.funding.batch.Batches;
import cn.shequ.funding.batch.LineOutcome;
import cn.shequ.funding.batch.LineReading;
import cn.shequ.funding.batch.LineReport;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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

/** Batches of receipts over HTTP. */
@Path("/v1/receipt-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "batches", description = "Thousands of lines in one request, for cities that come with history.")
@RunOnVirtualThread
public class ReceiptBatchResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final LineReading reading;
    private final ReceiptBatchTaking receiptBatchTaking;
    private final Batches batches;

    ReceiptBatchResource(LineReading reading, ReceiptBatchTaking receiptBatchTaking, Batches batches) {
        this.reading = reading;
        this.receiptBatchTaking = receiptBatchTaking;
        this.batches = batches;
    }

    @POST
    @Consumes({NDJSON, CSV})
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Operation(operationId = "sendReceiptBatch", summary = "Send a batch of receipts", description = """
                    Up to 10,000 lines, as a JSON object per line or as a table whose heading names the fields. Every rule of a single receipt holds; the
                    bank's reference makes each line known, so nothing is booked twice.
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
            @HeaderParam("Idempotency-Key") @Parameter(required = true, example = "receipt-batches-2019") @Nullable
                    String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
            @QueryParam("mode") @DefaultValue("ALL_OR_NOTHING") BatchMode mode,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            content = {
                                @Content(mediaType = NDJSON, examples = @ExampleObject(name = "lines", value = """
                                    {"ledger": "019a9c5e-0000-7000-8000-000000000001", "payer": "220102000000", "amount": "12000.00", "bookedOn": "2026-03-02", "bankReference": "20260302-000017"}
                                    {"ledger": "019a9c5e-0000-7000-8000-000000000001", "payer": "220102000000", "amount": "800.00", "bookedOn": "2026-03-03", "bankReference": "20260303-000002"}""")),
                                @Content(mediaType = CSV, examples = @ExampleObject(name = "table", value = """
                                    ledger,payer,amount,bookedOn,bankReference,fund
                                    019a9c5e-0000-7000-8000-000000000001,220102000000,12000.00,2026-03-02,20260302-000017,"""))
                            })
                    InputStream lines)
            throws IOException {
        if (key == null || !key.matches("[\\x21-\\x7E]{1,200}")) {
            throw Refusal.of(HttpProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        Batches.Sent sent = receiptBatchTaking.take(
                reading.read(NewReceipt.class, lines, type.startsWith(CSV), BatchKind.RECEIPTS, mode, dryRun, key));
        return (sent.isNew()
                        ? Response.created(URI.create(
                                "/v1/receipt-batches/" + sent.report().id()))
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
            operationId = "getReceiptBatch",
            summary = "The report of a batch",
            description = "How many lines were booked, were booked before, could be booked, or were refused.")
    @APIResponse(responseCode = "200", description = "The report.")
    @APIResponse(responseCode = "404", description = "not-found")
    public BatchReport get(@PathParam("id") UUID id) {
        return batches.toSee(id, BatchKind.RECEIPTS);
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
            operationId = "listReceiptBatchLines",
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
}
