package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/auditors.md by the letter, so that the document cannot rot; and the client it offers. */
class AuditorsDocumentIT {

    private static final Path HOME =
            Path.of(System.getProperty("shequ.home")).toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?m)^```sh\n(.*?)^```$", Pattern.DOTALL);
    private static final String OLDEST_JDK = "17";
    private static final String ENDED = "-- block ended with ";

    /** A directory in which the documented paths exist. */
    @TempDir
    static Path desk;

    private static List<String> blocks;
    private static List<String> answers;

    @BeforeAll
    static void runTheWholeSession() throws IOException, InterruptedException {
        SuiteUnderTest.story().spent();
        Files.createSymbolicLink(desk.resolve("docs"), HOME.resolve("docs"));
        Path shequ =
                Files.writeString(desk.resolve("shequ"), "#!/bin/sh\nexec '" + HOME.resolve("shequ") + "' \"$@\"\n");
        assertThat(shequ.toFile().setExecutable(true)).isTrue();
        blocks = BLOCK.matcher(Files.readString(HOME.resolve("docs/auditors.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        StringBuilder session = new StringBuilder();
        blocks.forEach(block -> session.append(here(block))
                .append("printf '\\n%s%s\\n' '")
                .append(ENDED)
                .append("' \"$?\"\n"));
        answers = List.of(bash(session.toString()).split(Pattern.quote(ENDED), -1));
    }

    @Test
    @Tag("art-16-allows")
    void everyCommandEndsAsTheDocumentSays() {
        assertThat(answers).hasSize(blocks.size() + 1);
        for (int i = 0; i < blocks.size(); i++) {
            String status = answers.get(i + 1).lines().findFirst().orElseThrow();
            assertThat(status)
                    .as(blocks.get(i) + said(i))
                    .isEqualTo(blocks.get(i).contains("# ends with 1") ? "1" : "0");
        }
    }

    @Test
    void whatTheDocumentPromisesIsWhatTheCommandsSay() {
        assertThat(answer("none missing")).containsPattern("[0-9]+ events, none missing");
        assertThat(answer("fund-events.zip --key=")).contains("Sound: ", "signed by known keys");
        assertThat(answer("verify bundle ")).startsWith("Event 4 (line 5) is not what was signed");
        assertThat(answer("--since=checkpoint.kept")).contains("the log only grew");
        assertThat(answer("bash pull.sh")).contains("kept earlier: the log only grew");
        assertThat(answer("AuditClient.java $LOG copy"))
                .containsPattern("[1-9][0-9]* events, [0-9]+ of them new; checked");
        assertThat(answer("manifest.json | grep"))
                .contains(answer("sha256sum").strip().split(" ", 2)[0]);
        assertThat(answer("unzip -p books.zip manifest.json")).contains("\"voucherDebit\"", "\"root\"");
    }

    @Test
    @Tag("art-16-allows")
    void aClientThatWasKilledGoesOnWhereItStopped() throws Exception {
        Path copy = pulled("killed");
        byte[] whole = Files.readAllBytes(copy.resolve("events.ndjson"));
        List<String> lines = Files.readAllLines(copy.resolve("events.ndjson"));

        // Killed while it appended: events that no checkpoint of its own covers yet, the last cut short.
        Files.writeString(
                copy.resolve("events.ndjson"), lines.getLast() + "\n{\"data\":{\"am", StandardOpenOption.APPEND);
        assertThat(client(copy)).startsWith("0 ");
        assertThat(Files.readAllBytes(copy.resolve("events.ndjson"))).startsWith(whole);

        // Killed before it kept its very first checkpoint.
        Path fresh = Files.createDirectories(desk.resolve("fresh"));
        Files.writeString(fresh.resolve("events.ndjson"), lines.getFirst() + "\n" + lines.get(1));
        assertThat(client(fresh)).startsWith("0 ");
        assertThat(Files.readAllBytes(fresh.resolve("events.ndjson"))).startsWith(whole);
    }

    @Test
    @Tag("art-16-refuses")
    void aClientNoticesThatHistoryWasRewrittenThoughTheRightKeySigned() throws Exception {
        Path copy = pulled("other");
        // What this auditor saw was another event 1, signed by the log's own key.
        List<String> lines = new ArrayList<>(Files.readAllLines(copy.resolve("events.ndjson")));
        List<String> seen = lines.subList(0, 3);
        seen.set(1, seen.get(1).replaceFirst("\"time\":\"2", "\"time\":\"3"));
        Files.writeString(copy.resolve("events.ndjson"), String.join("\n", seen) + "\n");
        Files.writeString(copy.resolve("checkpoint"), signedByTheLog(seen));

        assertThat(client(copy))
                .startsWith("1 REWRITTEN: the log of ")
                .contains("does not continue the one of 3", "both are signed");
    }

    @Test
    @Tag("art-16-refuses")
    void aClientTrustsNoKeyThatItDoesNotKnow() throws Exception {
        Files.writeString(
                desk.resolve("other-key.txt"),
                "shequ/funding-events+00000000+" + Base64.getEncoder().encodeToString(new byte[33]) + "\n");
        assertThat(client(desk.resolve("unknown"), "other-key.txt")).startsWith("3 UNKNOWN KEY");
    }

    @Test
    void theClientIsCompiledByTheOldestJdkThatTheDocumentNames(@TempDir Path classes) throws IOException {
        assertThat(Files.readString(HOME.resolve("docs/auditors.md")))
                .contains("needs a JDK " + OLDEST_JDK + " or newer");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        errors,
                        "--release",
                        OLDEST_JDK,
                        "-d",
                        classes.toString(),
                        HOME.resolve("docs/clients/AuditClient.java").toString());
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** What was said by the block that has these words. */
    private static String answer(String words) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).contains(words)) {
                return said(i);
            }
        }
        throw new AssertionError("the document has no command with: " + words);
    }

    private static String said(int block) {
        String answer = answers.get(block);
        return block == 0 ? answer : answer.substring(answer.indexOf('\n') + 1);
    }

    private static Path pulled(String name) throws Exception {
        Path copy = desk.resolve(name);
        assertThat(client(copy)).startsWith("0 ");
        return copy;
    }

    private static String client(Path copy) throws IOException, InterruptedException {
        return client(copy, "key.txt");
    }

    /** The exit code of the client, and what it said. */
    private static String client(Path copy, String keys) throws IOException, InterruptedException {
        String said = bash(here(blocks.getFirst()) + "export TOKEN\njava docs/clients/AuditClient.java $LOG '"
                + copy.toAbsolutePath() + "' " + keys + " > said.txt; echo $?");
        return said.strip() + " " + Files.readString(desk.resolve("said.txt"));
    }

    /** The document speaks of {@code ./shequ up}; this suite listens elsewhere. */
    private static String here(String block) {
        String gateway = SuiteUnderTest.processes().gateway().toString().replaceAll("/$", "");
        return block.replace("http://127.0.0.1:8080", gateway)
                .replace(
                        "http://127.0.0.1:8180/realms/shequ",
                        String.valueOf(SuiteUnderTest.processes().addresses().issuer()));
    }

    private static String bash(String session) throws IOException, InterruptedException {
        ProcessBuilder bash =
                new ProcessBuilder("bash").directory(desk.toFile()).redirectErrorStream(true);
        bash.environment().put("LC_ALL", "C.UTF-8");
        bash.environment().put("JAVA_HOME", System.getProperty("java.home"));
        bash.environment().merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        Process process = bash.start();
        try (var input = process.getOutputStream()) {
            input.write(session.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the session ends").isTrue();
        return said;
    }

    /** A checkpoint over these events, made with the log's key as a thief of it would. */
    private static String signedByTheLog(List<String> lines) throws IOException, GeneralSecurityException {
        List<byte[]> level = new ArrayList<>();
        lines.forEach(line -> level.add(sha256((byte) 0, line.getBytes(StandardCharsets.UTF_8))));
        byte[] root = sha256((byte) 1, sha256((byte) 1, level.get(0), level.get(1)), level.get(2));
        String name = "shequ/funding-events";
        String text = name + "\n3\n" + Base64.getEncoder().encodeToString(root) + "\n";
        String key =
                Files.readString(desk.resolve("key.txt")).lines().findFirst().orElseThrow();
        byte[] hash = HexFormat.of().parseHex(key.split("\\+", 3)[1]);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(stolenKey());
        ed25519.update(text.getBytes(StandardCharsets.UTF_8));
        byte[] signed = ed25519.sign();
        byte[] line = Arrays.copyOf(hash, hash.length + signed.length);
        System.arraycopy(signed, 0, line, hash.length, signed.length);
        return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    private static PrivateKey stolenKey() throws IOException, GeneralSecurityException {
        Path file = SuiteUnderTest.data().resolve("files/funding/log-key.pem");
        Pattern block = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----");
        Matcher half = block.matcher(Files.readString(file));
        assertThat(half.find()).isTrue();
        byte[] encoded = Base64.getMimeDecoder().decode(half.group(1));
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static byte[] sha256(byte prefix, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
