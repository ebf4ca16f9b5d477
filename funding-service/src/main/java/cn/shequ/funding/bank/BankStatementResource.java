package cn.shequ.funding.bank;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bank statements over HTTP. */
@Path("/v1/bank-statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bank", description = "What the bank says, compared with what is booked (银行对账).")
@RunOnVirtualThread
public class BankStatementResource {

    private static final String MONEY = "-?(0|[1-9][0-9]{0,16})(\\.[0-9]{1,2})?";

    private final StatementImport imports;
    private final BankStatements statements;
    private final Ledgers ledgers;

    BankStatementResource(StatementImport imports, BankStatements statements, Ledgers ledgers) {
        this.imports = imports;
        this.statements = statements;
        this.ledgers = ledgers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Operation(operationId = "importBankStatement", summary = "Import a statement", description = """
                    With all of its lines, 10,000 at most; amounts are positive for what came in and negative for what went
                    out. It must add up and follow on the ledger's last statement. Lines are matched at once to what is
                    booked, where that is certain. The same statement again changes nothing.""")
    @APIResponse(
            responseCode = "201",
            description = "Imported.",
            content = @Content(schema = @Schema(implementation = BankStatement.class)))
    @APIResponse(responseCode = "200", description = "It was imported before; nothing changed.")
    @APIResponse(responseCode = "404", description = "not-found: no such ledger, or not within the caller's territory.")
    @APIResponse(responseCode = "409", description = "statement-differs, bank-line-on-other-statement")
    @APIResponse(responseCode = "422", description = "statement-does-not-add-up, statement-not-next")
    public Response take(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewBankStatement.class),
                                            examples = @ExampleObject(value = """
                                    {"ledger": "019a9c5e-0000-7000-8000-000000000001", "number": "2026-03",
                                     "periodFrom": "2026-03-01", "periodTo": "2026-03-31",
                                     "opening": "0.00", "closing": "10800.00",
                                     "lines": [
                                       {"bankReference": "20260302-000017", "bookedOn": "2026-03-02", "amount": "12000.00"},
                                       {"bankReference": "20260309-000003", "bookedOn": "2026-03-09", "amount": "-1200.00",
                                        "remark": "印制费"}]}""")))
                    NewBankStatement wanted) {
        return answer(imports.take(wanted));
    }

    @POST
    @Path("/table")
    @Consumes("text/csv")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT})
    @Retried
    @Transactional
    @Operation(
            operationId = "importBankStatementTable",
            summary = "Import a statement as the bank's table",
            description = """
                    Columns are declared from left to right: `bankReference`, `bookedOn`, `amount` (signed) or `moneyIn` and
                    `moneyOut`, `remark`, and `-` for what is passed over. The first row is the heading. In UTF-8, else in
                    the character set that Content-Type names, such as GB18030.""")
    @APIResponse(
            responseCode = "201",
            description = "Imported.",
            content = @Content(schema = @Schema(implementation = BankStatement.class)))
    @APIResponse(responseCode = "200", description = "It was imported before; nothing changed.")
    @APIResponse(responseCode = "400", description = "invalid-request, with the line and the column")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "statement-differs, bank-line-on-other-statement")
    @APIResponse(responseCode = "422", description = "statement-does-not-add-up, statement-not-next")
    public Response takeTable(
            @NotNull @QueryParam("ledger") UUID ledger,
            @NotBlank @Size(max = 64) @QueryParam("number") @Parameter(example = "2026-03") String number,
            @NotNull @QueryParam("periodFrom") @Parameter(example = "2026-03-01") LocalDate from,
            @NotNull @QueryParam("periodTo") @Parameter(example = "2026-03-31") LocalDate to,
            @NotNull @Pattern(regexp = MONEY) @QueryParam("opening") @Parameter(example = "0.00") String opening,
            @NotNull @Pattern(regexp = MONEY) @QueryParam("closing") @Parameter(example = "10800.00") String closing,
            @NotBlank @QueryParam("columns") @Parameter(example = "bookedOn,-,bankReference,moneyIn,moneyOut,remark")
                    String columns,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(mediaType = "text/csv", examples = @ExampleObject(value = """
                                    交易日期,时间,流水号,收入,支出,摘要
                                    2026-03-02,09:12,20260302-000017,"12,000.00",,拨款
                                    2026-03-09,15:40,20260309-000003,,1200.00,印制费""")))
                    InputStream table) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(table, charset(headers.getMediaType())));
        return answer(imports.take(new NewBankStatement(
                ledger,
                number.strip(),
                from,
                to,
                Money.of(opening),
                Money.of(closing),
                BankCsv.read(reader, columns))));
    }

    private static Charset charset(MediaType type) {
        String name = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Refusal.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static Response answer(StatementImport.Imported imported) {
        BankStatement statement = imported.statement();
        return imported.isNew()
                ? Response.created(URI.create("/v1/bank-statements/" + statement.id()))
                        .entity(statement)
                        .build()
                : Response.ok(statement).build();
    }

    @GET
    @RolesAllowed({
        Roles.FINANCE_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listBankStatements",
            summary = "The statements of a ledger",
            description = "In the order in which they were imported, which is that of their periods.")
    @APIResponse(
            responseCode = "200",
            description = "A page of statements.",
            content = @Content(schema = @Schema(implementation = BankStatement[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response list(
            @BeanParam PageRequest page, @NotNull @QueryParam("ledger") UUID ledger, @Context UriInfo uri) {
        return statements.of(ledgers.toSee(ledger).id(), page).answer(uri);
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
            operationId = "getBankStatement",
            summary = "One statement",
            description = "Its balances, and how many of its lines are matched.")
    @APIResponse(responseCode = "200", description = "The statement.")
    @APIResponse(responseCode = "404", description = "not-found")
    public BankStatement get(@PathParam("id") UUID id) {
        BankStatement statement = statements.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toSee(statement.ledger());
        return statement;
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
            operationId = "listBankLines",
            summary = "The lines of a statement",
            description = "In the bank's order, each with the entry it is matched to.")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines.",
            content = @Content(schema = @Schema(implementation = BankLine[].class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response lines(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return statements.lines(get(id).id(), page).answer(uri);
    }
}
