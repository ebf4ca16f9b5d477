import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An auditor's own copy of the fund event log: pulls what is new, checks it, and goes on where it stopped.
 *
 * <p>{@code TOKEN=… java AuditClient.java <address of the log> <directory> <file of keys>}
 *
 * <p>The directory holds {@code events.ndjson}, the last checkpoint that was checked, and every earlier one under
 * {@code checkpoints/}. Killed at any moment, it is run again. It needs nothing but a JDK, believes only its own files and
 * the keys it was given, and ends with 0 when all is well; 1 when the log was rewritten or does not agree with what was
 * signed; 2 when it cannot be reached or read; 3 when the checkpoint is signed by no key that it may trust.
 *
 * <p>It may be copied and changed freely. In RFC 6962's words the log is a tree and an event is a leaf.
 */
public final class AuditClient {

    /** The log is not what it was, or not what was signed. */
    private static final class Rewritten extends Exception {
        private static final long serialVersionUID = 1L;

        Rewritten(String what) {
            super(what);
        }
    }

    /** Nobody the auditor knows has signed. */
    private static final class UnknownKey extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownKey(String what) {
            super(what);
        }
    }

    private final Log log;
    private final Path directory;
    private final Keys keys;
    private final Path events;
    private final Path kept;

    private AuditClient(Log log, Path directory, Keys keys) {
        this.log = log;
        this.directory = directory;
        this.keys = keys;
        this.events = directory.resolve("events.ndjson");
        this.kept = directory.resolve("checkpoint");
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("TOKEN=… java AuditClient.java <address of the log> <directory> <file of keys>");
            return 2;
        }
        try {
            Path directory = Path.of(arguments[1]);
            Files.createDirectories(directory.resolve("checkpoints"));
            new AuditClient(new Log(arguments[0]), directory, new Keys(Path.of(arguments[2]))).pull();
            return 0;
        } catch (Rewritten rewritten) {
            System.out.println("REWRITTEN: " + rewritten.getMessage());
            return 1;
        } catch (UnknownKey unknown) {
            System.out.println("UNKNOWN KEY: " + unknown.getMessage());
            return 3;
        } catch (Exception e) {
            System.out.println("CANNOT READ: " + e);
            return 2;
        }
    }

    private void pull() throws Exception {
        Checkpoint before = lastChecked();
        Tree tree = ownCopy(before);
        Checkpoint now = Checkpoint.parse(log.text("/checkpoint"));
        requireSignature(now);
        requireContinued(before, now);
        append(tree, before.size, now);
        keep(now);
        System.out.printf("%d events, %d of them new; checked against %s%n", now.size, now.size - before.size, now.root());
    }

    /** What was checked last, by this program; signed by a key that is known. */
    private Checkpoint lastChecked() throws IOException, GeneralSecurityException, UnknownKey {
        if (!Files.exists(kept)) {
            return Checkpoint.NONE;
        }
        Checkpoint before = Checkpoint.parse(Files.readString(kept));
        if (!keys.signed(before)) {
            throw new UnknownKey("the checkpoint kept in " + kept + " is not signed by any of " + keys.file);
        }
        return before;
    }

    /** Rebuilds the tree from the own file, and cuts off what a killed run left behind the last checkpoint. */
    private Tree ownCopy(Checkpoint before) throws IOException, Rewritten {
        Tree tree = new Tree();
        long bytes = 0;
        if (!Files.exists(events)) {
            Files.createFile(events);
        }
        try (Lines lines = new Lines(Files.newInputStream(events))) {
            while (tree.size < before.size) {
                byte[] line = lines.next();
                if (line == null) {
                    throw new Rewritten(events + " ends before event " + tree.size + ", which was checked once");
                }
                tree.append(leaf(line, tree.size));
                keys.learn(line);
                bytes += line.length + 1;
            }
        }
        if (!Arrays.equals(tree.root(), before.root)) {
            throw new Rewritten(events + " is not what was checked before");
        }
        try (FileChannel file = FileChannel.open(events, StandardOpenOption.WRITE)) {
            file.truncate(bytes);
        }
        keys.writeLearned();
        return tree;
    }

    /** A new key counts when the log that is already trusted announced it. */
    private void requireSignature(Checkpoint now) throws UnknownKey, GeneralSecurityException {
        if (!keys.signed(now)) {
            throw new UnknownKey("no key of " + keys.file + ", and none that the checked events announce, signed this:\n"
                    + now.note + "Get the new key by a way that does not lead through the service.");
        }
    }

    private void requireContinued(Checkpoint before, Checkpoint now) throws Exception {
        if (before.size == 0) {
            return;
        }
        if (!now.origin.equals(before.origin)) {
            throw new Rewritten("this is the log " + now.origin + " and no longer " + before.origin);
        }
        if (now.size < before.size) {
            throw new Rewritten(before.size + " events were signed before, and now there are " + now.size);
        }
        List<byte[]> proof = now.size == before.size
                ? List.of()
                : hashes(log.text("/proofs/consistency?from=" + before.size + "&to=" + now.size));
        if (!Proofs.continues(before, now, proof)) {
            throw new Rewritten("the log of " + now.size + " events does not continue the one of " + before.size
                    + ": both are signed, and these two notes prove it:\n" + before.note + "\n" + now.note);
        }
    }

    /** Appends what is new and checks that it is what was signed. */
    private void append(Tree tree, long from, Checkpoint now) throws Exception {
        try (OutputStream file = Files.newOutputStream(events, StandardOpenOption.APPEND);
                Lines lines = new Lines(log.lines("?from=" + from))) {
            while (tree.size < now.size) {
                byte[] line = lines.next();
                if (line == null) {
                    throw new IOException("the feed broke off at event " + tree.size + "; run this again");
                }
                tree.append(leaf(line, tree.size));
                keys.learn(line);
                file.write(line);
                file.write('\n');
            }
        }
        if (!Arrays.equals(tree.root(), now.root)) {
            throw new Rewritten("what was pulled is not what was signed: " + firstWrong(from, now));
        }
        keys.writeLearned();
    }

    /** Asks for each new event's own proof, to name the first that is not in the signed log. */
    private String firstWrong(long from, Checkpoint now) throws Exception {
        try (Lines lines = new Lines(Files.newInputStream(events))) {
            for (long number = 0; number < now.size; number++) {
                byte[] leaf = leaf(lines.next(), number);
                if (number >= from) {
                    String proof = log.text("/proofs/inclusion?sequence=" + number + "&size=" + now.size);
                    if (!Proofs.includes(number, leaf, now, hashes(proof))) {
                        return "event " + number;
                    }
                }
            }
        }
        return "each event has its proof, and together they give another root";
    }

    /** First the events reach the disk, then the checkpoint: a crash in between repeats the work and loses nothing. */
    private void keep(Checkpoint now) throws IOException {
        try (FileChannel file = FileChannel.open(events, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.writeString(directory.resolve("checkpoints").resolve(Long.toString(now.size)), now.note);
        Path written = Files.writeString(directory.resolve("checkpoint.new"), now.note);
        Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static final Pattern NUMBER = Pattern.compile(".*\"sequence\":([0-9]+)[,}].*", Pattern.DOTALL);
    private static final Pattern REDACTED =
            Pattern.compile("\\{\"sequence\":([0-9]+),\"leafHash\":\"([0-9a-f]{64})\",\"redacted\":true}");

    /** The leaf hash of a line: of its bytes, or as stated where only the hash is shown. */
    private static byte[] leaf(byte[] line, long number) throws Rewritten {
        String text = new String(line, StandardCharsets.UTF_8);
        Matcher redacted = REDACTED.matcher(text);
        boolean isRedacted = redacted.matches();
        Matcher own = isRedacted ? redacted : NUMBER.matcher(text);
        if (!isRedacted && !own.matches() || Long.parseLong(own.group(1)) != number) {
            throw new Rewritten("in the place of event " + number + " stands: " + text);
        }
        return isRedacted ? HexFormat.of().parseHex(redacted.group(2)) : Tree.hash((byte) 0, line, new byte[0]);
    }

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/]{43}=");

    private static List<byte[]> hashes(String proof) {
        return HASH.matcher(proof)
                .results()
                .map(found -> Base64.getDecoder().decode(found.group()))
                .toList();
    }

    /** The service, of which nothing is believed. */
    private static final class Log {
        private final String address;
        private final String token = System.getenv().getOrDefault("TOKEN", "");
        private final HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

        Log(String address) {
            this.address = address;
        }

        String text(String path) throws IOException, InterruptedException {
            return new String(get(path, "*/*").readAllBytes(), StandardCharsets.UTF_8);
        }

        InputStream lines(String path) throws IOException, InterruptedException {
            return get(path, "application/x-ndjson");
        }

        private InputStream get(String path, String accept) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofMinutes(1))
                    .header("Accept", accept)
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                String said = new String(answer.body().readNBytes(2_000), StandardCharsets.UTF_8);
                throw new IOException(path + " answers " + answer.statusCode() + ": " + said);
            }
            return answer.body();
        }
    }

    /** Lines as bytes, without their newlines; what comes after the last newline is no line. */
    private static final class Lines implements AutoCloseable {
        private static final int LONGEST = 65_535;

        private final InputStream source;
        private final byte[] buffer = new byte[1 << 16];
        private final byte[] line = new byte[LONGEST];
        private int filled;
        private int position;

        Lines(InputStream source) {
            this.source = source;
        }

        byte[] next() throws IOException {
            for (int length = 0; ; length++) {
                if (position == filled) {
                    filled = source.read(buffer);
                    position = 0;
                    if (filled <= 0) {
                        filled = 0;
                        return null;
                    }
                }
                byte next = buffer[position++];
                if (next == '\n') {
                    return Arrays.copyOf(line, length);
                }
                if (length == LONGEST) {
                    throw new IOException("a line is longer than any event");
                }
                line[length] = next;
            }
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    /** A signed note whose text is origin, size and root (C2SP tlog-checkpoint). */
    private static final class Checkpoint {
        static final Checkpoint NONE = new Checkpoint("", "", 0, Tree.EMPTY, List.of());

        final String note;
        final String origin;
        final long size;
        final byte[] root;
        final List<String> signatures;

        private Checkpoint(String note, String origin, long size, byte[] root, List<String> signatures) {
            this.note = note;
            this.origin = origin;
            this.size = size;
            this.root = root;
            this.signatures = signatures;
        }

        static Checkpoint parse(String note) {
            int blank = note.lastIndexOf("\n\n");
            List<String> lines = note.lines().toList();
            if (blank < 0 || lines.size() < 5) {
                throw new IllegalArgumentException("not a checkpoint: " + note);
            }
            return new Checkpoint(
                    note,
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Base64.getDecoder().decode(lines.get(2)),
                    note.substring(blank + 2).lines().toList());
        }

        /** What was signed. */
        byte[] text() {
            return note.substring(0, note.lastIndexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8);
        }

        String root() {
            return Base64.getEncoder().encodeToString(root);
        }
    }

    /** The keys that may sign: those of the file, and those that checked events announce. */
    private static final class Keys {
        private static final Pattern ANNOUNCED = Pattern.compile(
                "\\{\"data\":\\{.*\"keyHash\":\"([0-9a-f]{8})\",\"origin\":\"([^\"]+)\".*\"publicKey\":\"([A-Za-z0-9+/]{44})\""
                        + ".*\"type\":\"cn\\.shequ\\.funding\\.log-key-rotated\\.v1\"}");
        private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

        final Path file;
        private final List<String> known;
        private final List<String> learned = new ArrayList<>();

        Keys(Path file) throws IOException {
            this.file = file;
            this.known = new ArrayList<>(
                    Files.readString(file).lines().filter(line -> !line.isBlank()).toList());
        }

        boolean signed(Checkpoint checkpoint) throws GeneralSecurityException {
            for (String key : known) {
                if (signed(checkpoint, key)) {
                    return true;
                }
            }
            return false;
        }

        /** {@code name+hash+key}: the signature line is the name, and four bytes of hash before what was signed. */
        private static boolean signed(Checkpoint checkpoint, String key) throws GeneralSecurityException {
            String[] parts = key.strip().split("\\+", 3);
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            byte[] hash = HexFormat.of().parseHex(parts[1]);
            byte[] x509 = Arrays.copyOf(X509, X509.length + 32);
            System.arraycopy(typed, 1, x509, X509.length, 32);
            PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
            for (String line : checkpoint.signatures) {
                String[] words = line.split(" ");
                byte[] signature = words.length == 3 ? Base64.getDecoder().decode(words[2]) : new byte[0];
                if (signature.length == 68
                        && words[1].equals(parts[0])
                        && Arrays.equals(hash, Arrays.copyOf(signature, 4))) {
                    Signature ed25519 = Signature.getInstance("Ed25519");
                    ed25519.initVerify(publicKey);
                    ed25519.update(checkpoint.text());
                    if (ed25519.verify(signature, 4, 64)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Remembers a key that an event announces. Until the event is checked it is not written down. */
        void learn(byte[] line) {
            Matcher announced = ANNOUNCED.matcher(new String(line, StandardCharsets.UTF_8));
            if (announced.matches()) {
                String key = announced.group(2) + "+" + announced.group(1) + "+" + announced.group(3);
                if (!known.contains(key) && !learned.contains(key)) {
                    learned.add(key);
                }
            }
        }

        /** The events are checked, under a signature that was known without them: what they announce is known now. */
        void writeLearned() throws IOException {
            for (String key : learned) {
                Files.writeString(file, key + "\n", StandardOpenOption.APPEND);
                System.out.println("the log announces a new key: " + key);
            }
            known.addAll(learned);
            learned.clear();
        }
    }

    /** The right edge of a tree that grows (RFC 6962, section 2.1). */
    private static final class Tree {
        static final byte[] EMPTY = hash(new byte[0]);

        private final List<byte[]> edge = new ArrayList<>();
        long size;

        void append(byte[] leaf) {
            byte[] hash = leaf;
            for (long rest = size; (rest & 1) == 1; rest >>= 1) {
                hash = node(edge.remove(edge.size() - 1), hash);
            }
            edge.add(hash);
            size++;
        }

        byte[] root() {
            if (edge.isEmpty()) {
                return EMPTY;
            }
            byte[] root = edge.get(edge.size() - 1);
            for (int i = edge.size() - 2; i >= 0; i--) {
                root = node(edge.get(i), root);
            }
            return root;
        }

        static byte[] node(byte[] left, byte[] right) {
            return hash((byte) 1, left, right);
        }

        static byte[] hash(byte prefix, byte[] one, byte[] two) {
            byte[] all = new byte[1 + one.length + two.length];
            all[0] = prefix;
            System.arraycopy(one, 0, all, 1, one.length);
            System.arraycopy(two, 0, all, 1 + one.length, two.length);
            return hash(all);
        }

        private static byte[] hash(byte[] content) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(content);
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
    private static final class Proofs {

        static boolean includes(long number, byte[] leaf, Checkpoint in, List<byte[]> path) {
            long position = number;
            long last = in.size - 1;
            byte[] hash = leaf;
            for (byte[] sibling : path) {
                if (last == 0) {
                    return false;
                }
                boolean right = (position & 1) == 1 || position == last;
                hash = right ? Tree.node(sibling, hash) : Tree.node(hash, sibling);
                int levels = right && (position & 1) == 0 ? Math.min(62, Long.numberOfTrailingZeros(position)) : 0;
                position >>= levels + 1;
                last >>= levels + 1;
            }
            return last == 0 && Arrays.equals(hash, in.root);
        }

        static boolean continues(Checkpoint before, Checkpoint now, List<byte[]> path) {
            if (before.size == now.size) {
                return path.isEmpty() && Arrays.equals(before.root, now.root);
            }
            List<byte[]> whole = new ArrayList<>(path);
            if (Long.bitCount(before.size) == 1) {
                whole.add(0, before.root);
            }
            if (whole.isEmpty()) {
                return false;
            }
            int complete = Long.numberOfTrailingZeros(before.size);
            long position = (before.size - 1) >> complete;
            long last = (now.size - 1) >> complete;
            byte[] smaller = whole.get(0);
            byte[] larger = whole.get(0);
            for (byte[] sibling : whole.subList(1, whole.size())) {
                if (last == 0) {
                    return false;
                }
                int levels = 0;
                if ((position & 1) == 1 || position == last) {
                    smaller = Tree.node(sibling, smaller);
                    larger = Tree.node(sibling, larger);
                    levels = position == 0 ? 0 : Long.numberOfTrailingZeros(position);
                } else {
                    larger = Tree.node(larger, sibling);
                }
                position >>= levels + 1;
                last >>= levels + 1;
            }
            return last == 0 && Arrays.equals(smaller, before.root) && Arrays.equals(larger, now.root);
        }
    }
}
