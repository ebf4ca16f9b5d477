package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.NEIGHBOUR;
import static cn.shequ.kit.probe.ProbeService.SUBDISTRICT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.document.UnattachedCleaning;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class DocumentsComponentTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    TerritoryRecord territory;

    @Inject
    UnattachedCleaning cleaning;

    @Inject
    Jdbi jdbi;

    private final String person = UUID.randomUUID().toString();
    private final byte[] invoice = pdf(1_000);

    @BeforeEach
    void settle() {
        ProbeService.settle(territory);
    }

    @Test
    void a_document_is_fetched_as_it_was_sent() {
        send(invoice)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/documents/" + digest(invoice)))
                .body("digest", equalTo(digest(invoice)))
                .body("size", equalTo(invoice.length))
                .body("mediaType", equalTo("application/pdf"));
        Response fetched = sender(DISTRICT).get("/v1/documents/" + digest(invoice));
        fetched.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("ETag", '"' + digest(invoice) + '"')
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + digest(invoice) + ".pdf\"")
                .header("Content-Length", String.valueOf(invoice.length));
        assertThat(fetched.asByteArray()).isEqualTo(invoice);
    }

    @Test
    void a_range_is_fetched_alone_and_nothing_is_fetched_twice() {
        byte[] large = pdf(700_000);
        send(large).then().statusCode(201);
        String path = "/v1/documents/" + digest(large);
        Response part = sender(DISTRICT).header("Range", "bytes=262100-600000").get(path);
        part.then().statusCode(206).header("Content-Range", "bytes 262100-600000/" + large.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(large, 262_100, 600_001));
        assertThat(sender(DISTRICT).header("Range", "bytes=-5").get(path).asByteArray())
                .isEqualTo(Arrays.copyOfRange(large, large.length - 5, large.length));
        sender(DISTRICT)
                .header("Range", "bytes=" + large.length + "-")
                .get(path)
                .then()
                .statusCode(416)
                .body("figures.size", equalTo(large.length));
        sender(DISTRICT)
                .header("Range", "bytes=0-1")
                .header("If-Range", "\"another\"")
                .get(path)
                .then()
                .statusCode(200);
        sender(DISTRICT)
                .header("If-None-Match", '"' + digest(large) + '"')
                .get(path)
                .then()
                .statusCode(304);
    }

    @Test
    void the_same_bytes_are_kept_once() throws Exception {
        Callable<Integer> sending = () -> send(invoice).statusCode();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = senders.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> sending).toList());
            assertThat(answers).extracting(Future::resultNow).containsOnly(201);
        }
        assertThat(number("SELECT count(*) FROM document WHERE digest = '" + digest(invoice) + "'"))
                .isEqualTo(1);
        assertThat(number("SELECT sum(octet_length(p.data)) FROM document_part p JOIN document d ON d.bytes = p.bytes"
                        + " WHERE d.digest = '" + digest(invoice) + "'"))
                .isEqualTo(invoice.length);
        assertThat(number("SELECT count(*) FROM document_part WHERE bytes NOT IN (SELECT bytes FROM document)"
                        + " AND bytes NOT IN (SELECT id FROM document_upload)"))
                .as("bytes that belong to nothing")
                .isZero();
    }

    @Test
    void a_type_that_is_not_taken_is_refused_and_nothing_stays() {
        send(new byte[] {'M', 'Z', 0, 1, 2, 3})
                .then()
                .statusCode(415)
                .body("code", equalTo("document-type-not-taken"))
                .body("figures.taken", containsString("OFD"));
        send(new byte[0]).then().statusCode(422).body("code", equalTo("document-empty"));
        assertThat(number("SELECT count(*) FROM document_upload WHERE uploaded_by = '" + person + "'"))
                .isZero();
    }

    @Test
    void a_damaged_body_is_refused_with_both_digests() {
        sender(DISTRICT)
                .header("Content-Digest", contentDigest(pdf(2_000)))
                .body(invoice)
                .post("/v1/documents")
                .then()
                .statusCode(422)
                .body("code", equalTo("digest-mismatch"))
                .body("figures.actual", equalTo(digest(invoice)));
        sender(DISTRICT)
                .header("Content-Digest", "md5=:abc:")
                .body(invoice)
                .post("/v1/documents")
                .then()
                .statusCode(400);
        sender(DISTRICT)
                .header("Content-Digest", contentDigest(invoice))
                .body(invoice)
                .post("/v1/documents")
                .then()
                .statusCode(201);
    }

    @Test
    void an_upload_goes_on_where_the_line_broke() {
        byte[] large = pdf(600_000);
        String location = start(large).then().statusCode(201).extract().header("Location");
        String upload = location.substring(location.indexOf("/v1/"));
        part(upload, 0, Arrays.copyOf(large, 300_000))
                .then()
                .statusCode(204)
                .header("Upload-Offset", "300000")
                .header("Upload-Complete", "?0");
        part(upload, 0, Arrays.copyOf(large, 300_000))
                .then()
                .statusCode(409)
                .body("code", equalTo("upload-offset"))
                .body("figures.received", equalTo(300_000));
        sender(DISTRICT).get(upload).then().statusCode(200).header("Upload-Offset", "300000");
        part(upload, 300_000, Arrays.copyOfRange(large, 300_000, large.length))
                .then()
                .statusCode(201)
                .header("Upload-Complete", "?1")
                .body("digest", equalTo(digest(large)));
        assertThat(sender(DISTRICT).get("/v1/documents/" + digest(large)).asByteArray())
                .isEqualTo(large);
        sender(DISTRICT).get(upload).then().statusCode(404);
    }

    @Test
    void more_than_was_announced_or_something_else_is_refused() {
        String location = start(invoice).header("Location");
        String upload = location.substring(location.indexOf("/v1/"));
        part(upload, 0, pdf(2_000)).then().statusCode(413).body("code", equalTo("document-too-large"));
        part(upload, 0, other(invoice)).then().statusCode(422).body("code", equalTo("digest-mismatch"));
        sender(DISTRICT).delete(upload).then().statusCode(204);
        sender(DISTRICT).get(upload).then().statusCode(404);
        sender(DISTRICT)
                .contentType("application/json")
                .body(Map.of("size", 1L << 40, "digest", digest(invoice)))
                .post("/v1/uploads")
                .then()
                .statusCode(413)
                .body("figures.most", equalTo(50 * 1024 * 1024));
        sender(DISTRICT)
                .contentType("application/json")
                .body(Map.of("size", -1, "digest", "x"))
                .post("/v1/uploads")
                .then()
                .statusCode(400)
                .body("errors.field", contains("digest", "size"));
    }

    @Test
    void nobody_sees_or_continues_the_upload_of_another() {
        String location = start(invoice).header("Location");
        String upload = location.substring(location.indexOf("/v1/"));
        RequestSpecification other = ProbeService.as(Roles.FINANCE_OFFICER, DISTRICT);
        other.get(upload).then().statusCode(404);
        other.contentType("application/partial-upload")
                .header("Upload-Offset", 0)
                .body(invoice)
                .patch(upload)
                .then()
                .statusCode(404);
        ProbeService.as(Roles.RESIDENT, DISTRICT)
                .contentType("application/octet-stream")
                .body(invoice)
                .post("/v1/documents")
                .then()
                .statusCode(403);
    }

    @Test
    void a_document_is_its_senders_until_it_is_attached_and_then_follows_what_it_belongs_to() {
        send(invoice).then().statusCode(201);
        String path = "/v1/documents/" + digest(invoice);
        ProbeService.as(Roles.AUDITOR, DISTRICT).get(path).then().statusCode(404);
        attach(SUBDISTRICT, digest(invoice)).then().statusCode(200).body("$", hasSize(0));
        ProbeService.as(Roles.AUDITOR, DISTRICT).get(path).then().statusCode(200);
        ProbeService.as(Roles.AUDITOR, SUBDISTRICT).get(path).then().statusCode(200);
        ProbeService.as(Roles.AUDITOR, NEIGHBOUR).get(path).then().statusCode(404);
    }

    @Test
    void what_was_not_uploaded_for_the_territory_is_named_and_nothing_is_attached() {
        send(invoice).then().statusCode(201);
        String unknown = digest(pdf(3_000));
        attach(SUBDISTRICT, digest(invoice), unknown).then().statusCode(200).body("$", contains(unknown));
        attach(NEIGHBOUR, digest(invoice)).then().body("$", contains(digest(invoice)));
        assertThat(number("SELECT count(*) FROM document_attachment WHERE digest = '" + digest(invoice) + "'"))
                .isZero();
    }

    @Test
    void what_is_attached_is_kept_for_thirty_years_and_the_rest_is_forgotten() {
        send(invoice).then().statusCode(201);
        byte[] draft = pdf(4_000);
        send(draft).then().statusCode(201);
        String unfinished = start(pdf(5_000)).header("Location");
        attach(SUBDISTRICT, digest(invoice));

        cleaning.clean(TODAY.plusDays(30));
        sender(DISTRICT).get("/v1/documents/" + digest(draft)).then().statusCode(200);
        cleaning.clean(TODAY.plusDays(32));
        sender(DISTRICT).get("/v1/documents/" + digest(draft)).then().statusCode(404);
        sender(DISTRICT)
                .get(unfinished.substring(unfinished.indexOf("/v1/")))
                .then()
                .statusCode(404);
        sender(DISTRICT).get("/v1/documents/" + digest(invoice)).then().statusCode(200);
        assertThat(text("SELECT keep_until || ' ' || rule FROM document_attachment WHERE digest = '" + digest(invoice)
                        + "'"))
                .isEqualTo((TODAY.getYear() + 30) + "-12-31 document.voucher-kept@1");
    }

    @Test
    void the_database_keeps_the_bytes_of_a_document_and_what_it_belongs_to() throws SQLException {
        send(invoice).then().statusCode(201);
        attach(SUBDISTRICT, digest(invoice));
        UUID bytes = UUID.fromString(text("SELECT bytes FROM document WHERE digest = '" + digest(invoice) + "'"));
        refused("23001", "DELETE FROM document_part WHERE bytes = '" + bytes + "'");
        refused("23001", "INSERT INTO document_part VALUES ('" + bytes + "', 99999, 'x')");
        refused("42501", "UPDATE document_part SET data = 'x'");
        refused("42501", "DELETE FROM document");
        refused("42501", "DELETE FROM document_attachment");
        refused("42501", "UPDATE document_attachment SET keep_until = now()");
        try (Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("kit")) {
            connection.createStatement().execute("SELECT drop_unattached_document('" + digest(invoice) + "')");
        }
        sender(DISTRICT).get("/v1/documents/" + digest(invoice)).then().statusCode(200);
    }

    private static void refused(String state, String statement) throws SQLException {
        try (Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("kit")) {
            assertThatThrownBy(() -> connection.createStatement().execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
        }
    }

    private RequestSpecification sender(DivisionCode division) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(person, List.of(Roles.FINANCE_OFFICER), division.value(), null))
                .header("Accept-Language", "en")
                .contentType("application/octet-stream");
    }

    private Response send(byte[] bytes) {
        return sender(DISTRICT).body(bytes).post("/v1/documents");
    }

    private Response start(byte[] bytes) {
        return sender(DISTRICT)
                .contentType("application/json")
                .body(Map.of("size", bytes.length, "digest", digest(bytes)))
                .post("/v1/uploads");
    }

    private Response part(String upload, long offset, byte[] bytes) {
        return sender(DISTRICT)
                .contentType("application/partial-upload")
                .header("Upload-Offset", offset)
                .body(bytes)
                .patch(upload);
    }

    private Response attach(DivisionCode division, String... digests) {
        return sender(DISTRICT)
                .queryParam("division", division.value())
                .queryParam("digest", List.of(digests))
                .post("/v1/probe-documents");
    }

    /** Different every time: tests share the store. */
    private static byte[] pdf(int length) {
        byte[] bytes = new byte[length];
        new Random(UUID.randomUUID().getLeastSignificantBits()).nextBytes(bytes);
        byte[] begins = "%PDF-1.7\n".getBytes(UTF_8);
        System.arraycopy(begins, 0, bytes, 0, begins.length);
        return bytes;
    }

    private static byte[] other(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[bytes.length - 1]++;
        return changed;
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static String contentDigest(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private String text(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
