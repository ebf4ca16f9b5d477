package cn.shequ.benchmarks.funding;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.benchmarks.load.HttpConnection;
import cn.shequ.benchmarks.load.Load;
import cn.shequ.benchmarks.town.Town;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.InclusionProof;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.merkle.Tile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** What readers ask of a large log and large ledgers, each again and again at places that nobody can foresee. */
final class Operations implements AutoCloseable {

    private static final int TIMES = 200;
    private static final int EVENTS = 100;
    /** As many as a ledger has from the first generation on: a fuller page would be compared with an emptier one. */
    private static final String FEW = "limit=10";
    /** JSON where there is a choice; checkpoints are text, tiles are bytes. */
    private static final String ACCEPTED = "application/json, text/plain;q=0.5, application/octet-stream;q=0.5";

    private static final Pattern HASH = Pattern.compile("\"([A-Za-z0-9+/]{43}=)\"");
    private static final Pattern LINES = Pattern.compile("\"events\":\\[(.*)]}", Pattern.DOTALL);

    private final Bench bench;
    private final Fill fill;
    private final HttpConnection auditor;
    private final Random random = new Random(16);
    private final long size;

    Operations(Bench bench, Fill fill) throws Exception {
        this.bench = bench;
        this.fill = fill;
        this.size = bench.logSize();
        String token = Town.token(bench.suite().addresses().mint(), "bench-auditor", "auditor");
        this.auditor = new HttpConnection(
                bench.service(), "Authorization: Bearer " + token + "\r\nAccept: " + ACCEPTED + "\r\n");
    }

    /** Where it is read, new each time. */
    @FunctionalInterface
    private interface Path {
        String next();
    }

    Map<String, Round> rounds() {
        Map<String, Path> reads = new LinkedHashMap<>();
        reads.put("feed, a page at the start", () -> feed(random.nextLong(EVENTS)));
        reads.put("feed, a page in the middle", () -> feed(size / 2 + random.nextLong(EVENTS)));
        reads.put("feed, a page at the end", () -> feed(size - EVENTS - random.nextLong(EVENTS)));
        reads.put("checkpoint", () -> "/v1/fund-events/checkpoint");
        reads.put("inclusion proof", () -> inclusion(random.nextLong(size)));
        reads.put(
                "consistency proof",
                () -> "/v1/fund-events/proofs/consistency?from=" + (1 + random.nextLong(size - 1)) + "&to=" + size);
        reads.put("tile", () -> "/v1/fund-events/tile/" + tile().path());
        reads.put("balance of a fund", () -> balance(""));
        reads.put("balance of a fund as of a day", () -> balance("?bookedOn=" + day()));
        reads.put(
                "balance of a fund as of a day as known at a number",
                () -> balance("?bookedOn=" + day() + "&knownAt=" + random.nextLong(size)));
        reads.put("trial balance of a ledger", () -> ledger() + "/trial-balance");
        reads.put("statement of a fund, a month", () -> statement(true));
        reads.put("statement of a ledger, a month", () -> statement(false));
        reads.put("funds of a ledger", () -> "/v1/funds?" + FEW + "&ledger=" + ledgerId());
        reads.put("receipts of a ledger", () -> "/v1/receipts?" + FEW + "&ledger=" + ledgerId());
        reads.put("expenditures of a fund", () -> "/v1/expenditures?fund=" + fund());
        reads.put("expenditures of a ledger", () -> "/v1/expenditures?ledger=" + ledgerId());
        reads.put(
                "expenditures of a ledger in one stage",
                () -> "/v1/expenditures?stage=APPROVED&" + FEW + "&ledger=" + ledgerId());
        reads.put("entries of a ledger", () -> ledger() + "/entries");
        Map<String, Round> rounds = new LinkedHashMap<>();
        reads.forEach((operation, path) -> rounds.put(operation, () -> ask(path)));
        return rounds;
    }

    /**
     * So many places, or as many as a run has time for; each once more when its pages are in memory. The time between is not
     * counted: who has waited for the disk finds the processor's own memory cold, too.
     */
    private Figure ask(Path path) throws IOException {
        Histogram first = Load.histogram();
        Histogram again = Load.histogram();
        long end = System.nanoTime() + bench.options().run().toNanos();
        for (int i = 0; i < TIMES && (i == 0 || System.nanoTime() < end); i++) {
            String wanted = path.next();
            first.recordValue(nanos(wanted));
            get(wanted);
            again.recordValue(nanos(wanted));
        }
        return new Figure(middle(first), middle(again));
    }

    private static Cost middle(Histogram nanos) {
        return Cost.ofMillis(nanos.getValueAtPercentile(50) / 1e6);
    }

    private long nanos(String path) throws IOException {
        long began = System.nanoTime();
        get(path);
        return System.nanoTime() - began;
    }

    private String get(String path) throws IOException {
        HttpConnection.Answer answer = auditor.send("GET", path, "", "");
        if (answer.status() != 200) {
            throw new IOException(path + ": " + answer.status() + " " + answer.text());
        }
        return answer.text();
    }

    private static String feed(long from) {
        return "/v1/fund-events?limit=" + EVENTS + "&from=" + from;
    }

    private String inclusion(long sequence) {
        return "/v1/fund-events/proofs/inclusion?sequence=" + sequence + "&size=" + size;
    }

    private Tile tile() {
        return new Tile(0, random.nextLong(size / Tile.FULL_WIDTH), Tile.FULL_WIDTH);
    }

    private long place() {
        return random.nextLong(fill.filled());
    }

    private String day() {
        return fill.history().day(place()).toString();
    }

    private UUID fund() {
        return History.Kind.FUND.id(fill.history().fund(place()));
    }

    private UUID ledgerId() {
        return fill.history().at(place()).street().ledger();
    }

    private String ledger() {
        return "/v1/ledgers/" + ledgerId();
    }

    private String balance(String at) {
        return "/v1/funds/" + fund() + "/balance" + at;
    }

    /** Of the month that ends on the day of some event, of its ledger or of its fund alone. */
    private String statement(boolean ofFund) {
        History history = fill.history();
        long place = place();
        return "/v1/ledgers/" + history.at(place).street().ledger() + "/statement?account=AVAILABLE&from="
                + history.day(place).minusDays(30) + "&to=" + history.day(place)
                + (ofFund ? "&fund=" + History.Kind.FUND.id(history.fund(place)) : "&" + FEW);
    }

    /** What was filled is a log: columns and nodes agree with the bytes, and proofs hold under the signed root. */
    void requireSound() throws IOException {
        for (long from : List.of(0L, size / 2, Math.max(0, size - 1_000))) {
            String inspected = get("/v1/fund-events/inspection?limit=1000&from=" + from);
            if (!inspected.contains("\"disagreements\":[]")) {
                throw new IllegalStateException("the log does not agree with its bytes: " + inspected);
            }
        }
        Checkpoint checkpoint = Checkpoint.parse(
                SignedNote.parse(get("/v1/fund-events/checkpoint")).text());
        for (int i = 0; i < TIMES; i++) {
            long sequence = random.nextLong(size);
            Matcher page = LINES.matcher(get("/v1/fund-events?limit=1&from=" + sequence));
            if (checkpoint.size() != size || !page.find()) {
                throw new IllegalStateException("no event " + sequence + " in a log of " + checkpoint.size());
            }
            Hash leaf = Hash.ofLeaf(page.group(1).getBytes(UTF_8));
            List<Hash> path = new ArrayList<>();
            Matcher hash = HASH.matcher(get(inclusion(sequence)));
            while (hash.find()) {
                path.add(Hash.ofBase64(hash.group(1)));
            }
            if (!new InclusionProof(sequence, size, path).holds(leaf, checkpoint.root())) {
                throw new IllegalStateException("event " + sequence + " is not proved");
            }
        }
    }

    @Override
    public void close() throws IOException {
        auditor.close();
    }
}
