package cn.shequ.funding.log;

import static cn.shequ.funding.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLogConfig;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
@Tag("art-16")
class FundLogKeyComponentTest {

    @Inject
    Towns towns;

    @Inject
    EventLogConfig config;

    private Town town;

    @BeforeEach
    void build() {
        town = towns.build();
    }

    @Test
    void the_citys_operator_lets_a_prepared_key_sign_and_the_old_one_signs_too_for_a_while() throws Exception {
        NoteKey old = NoteKey.parse(RestAssured.get("/v1/fund-events/key").asString());
        NoteKey fresh = prepared();
        rotate(town.city(), fresh.hash(), 30)
                .then()
                .statusCode(200)
                .body("keyHash", equalTo(fresh.hash()))
                .body("key", equalTo(fresh.toString()))
                .body("previousKeyHash", equalTo(old.hash()));

        SignedNote checkpoint =
                SignedNote.parse(RestAssured.get("/v1/fund-events/checkpoint").asString());
        assertThat(old.signed(checkpoint)).isTrue();
        assertThat(fresh.signed(checkpoint)).isTrue();
        RestAssured.get("/v1/fund-events/keys")
                .then()
                .statusCode(200)
                .body("keyHash", hasItem(old.hash()))
                .body("[-1].keyHash", equalTo(fresh.hash()))
                .body("[-1].signsNow", equalTo(true))
                .body("[-2].signsNow", equalTo(true));
        assertThat(RestAssured.given()
                        .accept("text/plain")
                        .get("/v1/fund-events/keys")
                        .asString()
                        .lines())
                .contains(old.toString())
                .startsWith(fresh.toString());
    }

    @Test
    void every_auditor_reads_the_announcement_whole() throws Exception {
        NoteKey fresh = prepared();
        rotate(town.city(), fresh.hash(), 30).then().statusCode(200);
        int number = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> RestAssured.get("/v1/fund-events/keys").<Integer>path("[-1].announcedBy"),
                        announced -> announced != null);
        as("auditor", Roles.AUDITOR, town.neighbourStreet())
                .get("/v1/fund-events?limit=1&from=" + number)
                .then()
                .body("events[0].sequence", equalTo(number))
                .body("events[0].type", equalTo("cn.shequ.funding.log-key-rotated.v1"))
                .body("events[0].data.publicKey", equalTo(fresh.publicKey()));
    }

    @Test
    void a_rotation_told_twice_happens_once_and_a_replaced_key_never_signs_again() throws Exception {
        NoteKey old = NoteKey.parse(RestAssured.get("/v1/fund-events/key").asString());
        NoteKey fresh = prepared();
        Response first = rotate(town.city(), fresh.hash(), 0);
        Response again = rotate(town.city(), fresh.hash(), 30);
        assertThat(again.asString()).isEqualTo(first.asString());
        rotate(town.city(), old.hash(), 30)
                .then()
                .statusCode(409)
                .body("code", equalTo("log-key-retired"))
                .body("figures.keyHash", equalTo(old.hash()));
        SignedNote checkpoint =
                SignedNote.parse(RestAssured.get("/v1/fund-events/checkpoint").asString());
        assertThat(fresh.signed(checkpoint)).isTrue();
        assertThat(old.signed(checkpoint)).isFalse();
    }

    @Test
    void a_key_that_is_not_laid_ready_is_refused_with_its_hash() {
        rotate(town.city(), "00000000", 30)
                .then()
                .statusCode(422)
                .body("code", equalTo("log-key-not-prepared"))
                .body("figures.keyHash", equalTo("00000000"));
        rotate(town.city(), "not-a-hash", 30).then().statusCode(400);
        rotate(town.city(), "00000000", 367).then().statusCode(400);
    }

    @Test
    void the_log_that_nobody_touched_agrees_with_itself() {
        as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/fund-events/inspection?from=0&limit=10000")
                .then()
                .statusCode(200)
                .body("disagreements.size()", equalTo(0));
        as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/fund-events/inspection?from=9999999")
                .then()
                .statusCode(200)
                .body("next", equalTo(9999999));
        as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/fund-events/inspection?limit=10001")
                .then()
                .statusCode(400);
        as("somebody", Roles.FINANCE_OFFICER, town.city())
                .get("/v1/fund-events/inspection")
                .then()
                .statusCode(403);
    }

    @Test
    void nobody_but_the_citys_operator_replaces_the_key() throws Exception {
        NoteKey fresh = prepared();
        rotate(town.district(), fresh.hash(), 30).then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
        for (String role : List.of(Roles.AUDITOR, Roles.FINANCE_OFFICER, Roles.SYSTEM_INTEGRATOR)) {
            as("somebody", role, town.city())
                    .body(Map.of("keyHash", fresh.hash()))
                    .post("/v1/fund-events/key-rotations")
                    .then()
                    .statusCode(403)
                    .body("code", startsWith("forbidden"));
        }
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("keyHash", fresh.hash()))
                .post("/v1/fund-events/key-rotations")
                .then()
                .statusCode(401);
    }

    private static Response rotate(DivisionCode by, String keyHash, int overlapDays) {
        return as("operator", Roles.PLATFORM_ADMIN, by)
                .body(Map.of("keyHash", keyHash, "overlapDays", overlapDays))
                .post("/v1/fund-events/key-rotations");
    }

    /** A key as any tool writes it: two PEM blocks in one file of the key directory. */
    private NoteKey prepared() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of(config.origin(), pair.getPublic());
        Files.createDirectories(config.keyDirectory());
        Files.writeString(
                config.keyDirectory().resolve(key.hash() + ".pem"),
                block("PRIVATE", pair.getPrivate().getEncoded())
                        + block("PUBLIC", pair.getPublic().getEncoded()));
        return key;
    }

    private static String block(String half, byte[] encoded) {
        return "-----BEGIN %1$s KEY-----\n%2$s\n-----END %1$s KEY-----\n"
                .formatted(half, Base64.getEncoder().encodeToString(encoded));
    }
}
