package cn.shequ.funding.log;

import cn.shequ.kit.eventlog.LogSigner;
import cn.shequ.kit.eventlog.LogTree;
import cn.shequ.kit.merkle.ConsistencyProof;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.InclusionProof;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checkpoints, tiles and proofs of the fund event log: public, for they hold nothing but hashes. */
@Path("/v1/fund-events")
@Tag(name = "fund-events")
@RunOnVirtualThread
public class FundLogProofResource {

    private static final String PRESENTLY = "no-cache";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final LogTree tree;
    private final LogSigner signer;

    FundLogProofResource(LogTree tree, LogSigner signer) {
        this.tree = tree;
        this.signer = signer;
    }

    /**
     * A proof as it is shown.
     *
     * @param path the hashes in base64, in the order of RFC 6962
     */
    public record ProofView(long first, long size, List<String> path) {

        static ProofView of(InclusionProof proof) {
            return new ProofView(proof.index(), proof.size(), base64(proof.path()));
        }

        static ProofView of(ConsistencyProof proof) {
            return new ProofView(proof.from(), proof.to(), base64(proof.path()));
        }

        private static List<String> base64(List<Hash> path) {
            return path.stream().map(Hash::base64).toList();
        }
    }

    @GET
    @Path("/checkpoint")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "readFundLogCheckpoint",
            summary = "The signed checkpoint of the log",
            description = "Public. C2SP tlog-checkpoint: origin, number of events, root, Ed25519 signature.")
    @APIResponse(responseCode = "200", description = "A signed note.")
    @APIResponse(responseCode = "503", description = "`history-forked`: the log does not continue what was signed.")
    public Response checkpoint() {
        return Response.ok(signer.checkpoint().encoded(), MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, PRESENTLY)
                .build();
    }

    @GET
    @Path("/tile/{tile:.+}")
    @PermitAll
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "readFundLogTile",
            summary = "A tile of the tree",
            description = "Public. C2SP tlog-tiles: `0/000`, `0/x001/067`, partial ones `0/000.p/12`.")
    @APIResponse(responseCode = "200", description = "Hashes of 32 bytes each.")
    @APIResponse(responseCode = "404", description = "`not-found`: the tree does not reach there yet.")
    public Response tile(@PathParam("tile") @Parameter(example = "0/000") String tile) {
        byte[] hashes = tree.tile(tile).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        return Response.ok(hashes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    @GET
    @Path("/proofs/inclusion")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proveFundEvent",
            summary = "That an event is in the log",
            description = "Public. RFC 6962: the audit path of leaf `sequence` in the tree of `size` events.")
    @APIResponse(responseCode = "200", description = "The path.")
    @APIResponse(responseCode = "400", description = "`invalid-request`: there are not so many events.")
    public ProofView inclusion(
            @QueryParam("sequence") @Parameter(example = "0") long sequence,
            @QueryParam("size") @Parameter(example = "1") long size) {
        return ProofView.of(tree.inclusion(sequence, size));
    }

    @GET
    @Path("/proofs/consistency")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proveFundLogGrowth",
            summary = "That the log only grew",
            description = "Public. RFC 6962: the tree of `to` events continues the tree of `from` events.")
    @APIResponse(responseCode = "200", description = "The path.")
    @APIResponse(responseCode = "400", description = "`invalid-request`: there are not so many events.")
    public ProofView consistency(
            @QueryParam("from") @Parameter(example = "0") long from,
            @QueryParam("to") @Parameter(example = "1") long to) {
        return ProofView.of(tree.consistency(from, to));
    }
}
