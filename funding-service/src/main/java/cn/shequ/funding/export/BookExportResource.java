package cn.shequ.funding.export;

import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Vouchers;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.LogSigner;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books taken home over HTTP. */
@Path("/v1/exports/books")
@Tag(name = "exports", description = "The books as files, made at a checkpoint, with totals that reconcile (Art. 16).")
@RunOnVirtualThread
public class BookExportResource {

    private final BookExport export;
    private final Books books;
    private final Ledgers ledgers;
    private final Vouchers vouchers;
    private final LogSigner signer;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    BookExportResource(
            BookExport export,
            Books books,
            Ledgers ledgers,
            Vouchers vouchers,
            LogSigner signer,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.export = export;
        this.books = books;
        this.ledgers = ledgers;
        this.vouchers = vouchers;
        this.signer = signer;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** Which books, and how. */
    public static final class Query {

        @QueryParam("format")
        @DefaultValue("csv")
        @Parameter(description = "`ocds` gives the purchases that the ledgers pay.", example = "ocds")
        BookFormat format = BookFormat.CSV;

        @QueryParam("ledger")
        @Parameter(description = "One ledger; otherwise all of the division.")
        @Nullable
        UUID ledger;

        @QueryParam("division")
        @Parameter(
                description = "All ledgers of this division and below; the caller's when left out.",
                example = "220102000000")
        @Nullable
        DivisionCode division;

        @QueryParam("from")
        @Parameter(
                description =
                        "First booking date of the movements; 1 January of the last day's year when left out. Not with `ocds`.")
        @Nullable
        LocalDate from;

        @QueryParam("to")
        @Parameter(description = "Last booking date; today when left out. Not with `ocds`.")
        @Nullable
        LocalDate to;

        @QueryParam("knownAt")
        @Parameter(description = "The last number of the fund event log that counts; the last one when left out.")
        @Nullable
        Long knownAt;

        @QueryParam("bom")
        @DefaultValue("false")
        @Parameter(description = "Whether CSV files begin with a byte order mark, by which Excel knows UTF-8.")
        boolean bom;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT, Roles.AUDITOR})
    @Produces("application/zip")
    @Operation(
            operationId = "exportBooks",
            summary = "The books as files: ledgers, funds, balances, vouchers; or the purchases they pay",
            description = """
                    A zip, streamed. Its `manifest.json` names the checkpoint of the fund event log at which it was \
                    made, the digest and the number of records of every file, and control totals: debits equal credits, \
                    opening and movement give closing. As `csv`, `xlsx`, or `accounting-data` (in the manner of \
                    GB/T 24589.2, by whole months of one year). As `ocds` it holds the purchases that the ledgers pay, whole, \
                    as OCDS 1.1 release packages and record packages; what they contracted is what was reserved, and their \
                    transactions are what the ledgers paid, less what came back. Asked again with the same `knownAt` it has the same \
                    content.""")
    @APIResponse(responseCode = "200", description = "The bundle.")
    @APIResponse(
            responseCode = "400",
            description = "invalid-request: dates in the wrong order or given with `ocds`, `knownAt` beyond the log")
    @APIResponse(responseCode = "404", description = "not-found: no such ledger or division, or outside the territory")
    @APIResponse(responseCode = "503", description = "history-forked: nothing is signed")
    public Response export(
            @BeanParam Query query, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        List<Ledger> wanted = ledgers(query);
        SignedNote checkpoint = signer.checkpoint();
        long size = Checkpoint.parse(checkpoint.text()).size();
        BookScope scope = scope(query, wanted, size);
        // What the checkpoint knows is committed; its vouchers get their numbers now, if they wait for them.
        vouchers.numberWaiting();
        BookExport.Style style = new BookExport.Style(query.format, query.bom, new Words(ReaderLanguage.of(language)));
        return Response.ok(
                        (StreamingOutput) output -> export.write(checkpoint, scope, style, output), "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(fileName(query.format, scope)))
                .build();
    }

    private static String fileName(BookFormat format, BookScope scope) {
        return format == BookFormat.OCDS
                ? "purchases-ocds-known-%d.zip".formatted(scope.knownAt())
                : "books-%s-%s-to-%s-known-%d.zip".formatted(format, scope.from(), scope.to(), scope.knownAt());
    }

    private List<Ledger> ledgers(Query query) {
        if (query.ledger != null) {
            return List.of(ledgers.toSee(query.ledger));
        }
        DivisionCode division = query.division;
        if (division != null) {
            jurisdiction.requireSee(Reach.of(division));
        }
        return books.ledgers(division);
    }

    private BookScope scope(Query query, List<Ledger> wanted, long size) {
        if (query.format == BookFormat.OCDS) {
            requireNoDays(query);
        }
        LocalDate to = query.to == null ? LocalDate.now(clock) : query.to;
        LocalDate from = query.from == null ? to.withDayOfYear(1) : query.from;
        if (from.isAfter(to)) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("to", "date-order"));
        }
        long knownAt = query.knownAt == null ? size - 1 : query.knownAt;
        if (knownAt >= size || query.knownAt != null && knownAt < 0) {
            throw outOfRange("knownAt", 0, Math.max(0, size - 1));
        }
        if (query.format != BookFormat.ACCOUNTING_DATA) {
            return new BookScope(wanted, from, to, knownAt);
        }
        if (from.getYear() != to.getYear()) {
            throw outOfRange("from", to.withDayOfYear(1), to);
        }
        return new BookScope(
                wanted, YearMonth.from(from).atDay(1), YearMonth.from(to).atEndOfMonth(), knownAt);
    }

    /** A purchase is exported whole: days would take parts of it away, and the totals would be nobody's. */
    private static void requireNoDays(Query query) {
        if (query.from != null || query.to != null) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of(query.from != null ? "from" : "to", "unknown-field"));
        }
    }

    private static Refusal outOfRange(String field, Object least, Object most) {
        return Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of(field, "out-of-range", Map.of("least", least, "most", most)));
    }
}
