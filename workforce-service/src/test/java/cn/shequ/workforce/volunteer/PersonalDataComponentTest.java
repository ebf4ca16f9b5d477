package cn.shequ.workforce.volunteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.Given;
import cn.shequ.workforce.WithSuite;
import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept about a person, where, and what is left afterwards. */
@QuarkusTest
@WithSuite
@Tag("art-19")
class PersonalDataComponentTest {

    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    private final UUID id = UUID.randomUUID();
    private APerson person;

    @BeforeEach
    void aRegisteredPerson() {
        DivisionCode community = given.aCommunity();
        person = APerson.grownUp().in(community).with("id", id);
        person.registers("key-" + id).statusCode(201);
    }

    @Test
    void no_row_of_any_table_holds_the_person_in_plain_text() {
        List<String> tables = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .mapTo(String.class)
                .list());
        assertThat(tables).contains("volunteer", "idempotency_key", "event_outbox", "audit_trail");
        for (String table : readable(tables)) {
            for (String secret : List.of("欧阳小梅", person.identityNumber, "13812345678")) {
                assertThat(rowsWith(table, secret))
                        .as(table + " holds " + secret)
                        .isZero();
            }
        }
    }

    @Test
    void the_person_lies_there_sealed_with_a_key_version() {
        Map<String, Object> row = row();
        assertThat(row).containsEntry("key_version", 1);
        assertThat((byte[]) row.get("sealed_person")).hasSizeGreaterThan(60);
        assertThat((byte[]) row.get("identity_hash")).hasSize(32);
    }

    @Test
    void a_person_sees_everything_kept_about_them_with_the_identity_number_masked() {
        person.looks()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", equalTo(id.toString()))
                .body("name", equalTo("欧阳小梅"))
                .body("phone", equalTo("13812345678"))
                .body(
                        "identityNumber",
                        equalTo(CitizenIdentityNumber.of(person.identityNumber).masked()))
                .body("skills", equalTo(List.of("FIRST_AID", "TUTORING")))
                .body("availability", equalTo(List.of("WEEKEND")))
                .body("guardian", nullValue());
    }

    @Test
    void somebody_else_sees_nothing() {
        APerson.grownUp().looks().statusCode(404).body("code", equalTo("not-registered"));
    }

    @Test
    void withdrawal_deletes_the_person_and_keeps_the_number() {
        person.withdraws().statusCode(204);
        Map<String, Object> row = row();
        assertThat(row).containsEntry("category", "TEACHER").containsKey("community");
        assertThat(row.get("withdrawn_on")).isNotNull();
        assertThat(List.of(
                        "subject",
                        "identity_hash",
                        "key_version",
                        "sealed_person",
                        "skills",
                        "availability",
                        "consented_at"))
                .allSatisfy(column -> assertThat(row.get(column)).as(column).isNull());
        person.looks().statusCode(404);
    }

    @Test
    void withdrawal_is_one_event_that_does_not_say_who() {
        person.withdraws().statusCode(204);
        List<String> types = jdbi.withHandle(
                handle -> handle.createQuery("SELECT type FROM event_outbox WHERE subject = :id ORDER BY id")
                        .bind("id", id.toString())
                        .mapTo(String.class)
                        .list());
        assertThat(types)
                .containsExactly(
                        "cn.shequ.workforce.volunteer-registered.v1", "cn.shequ.workforce.volunteer-withdrawn.v1");
    }

    @Test
    void who_withdraws_twice_is_told_that_nothing_is_left() {
        person.withdraws().statusCode(204);
        person.withdraws().statusCode(404).body("code", equalTo("not-registered"));
    }

    @Test
    void after_withdrawal_the_same_person_may_register_anew() {
        person.withdraws().statusCode(204);
        person.with("id", null).registers().statusCode(201);
        person.looks().statusCode(200);
    }

    @Test
    void the_trail_notes_who_read_what_and_not_what_it_said() {
        person.looks().statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(pathsRead()).containsExactly("/v1/volunteers/me"));
    }

    @Test
    void the_database_refuses_a_volunteer_who_is_half_a_person() {
        assertRefused("UPDATE volunteer SET withdrawn_on = registered_on WHERE id = :id", "a_person_or_a_number");
        assertRefused("UPDATE volunteer SET sealed_person = NULL WHERE id = :id", "a_person_or_a_number");
    }

    @Test
    void the_database_refuses_what_the_service_has_no_business_doing() {
        assertRefused("DELETE FROM volunteer WHERE id = :id", "permission denied");
        assertRefused("UPDATE volunteer SET community = '990102001009' WHERE id = :id", "permission denied");
        person.withdraws().statusCode(204);
        assertRefused("UPDATE volunteer SET withdrawn_on = NULL, subject = 'x' WHERE id = :id", "has withdrawn");
    }

    private void assertRefused(String sql, String because) {
        assertThatThrownBy(() -> jdbi.useHandle(
                        handle -> handle.createUpdate(sql).bind("id", id).execute()))
                .hasMessageContaining(because);
    }

    private List<String> pathsRead() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT resource FROM audit_trail WHERE subject = :subject AND operation LIKE 'GET%'")
                .bind("subject", person.subject)
                .mapTo(String.class)
                .list());
    }

    private Map<String, Object> row() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM volunteer WHERE id = :id")
                .bind("id", id)
                .mapToMap()
                .one());
    }

    private List<String> readable(List<String> tables) {
        return tables.stream()
                .filter(table -> jdbi.withHandle(
                        handle -> handle.createQuery("SELECT has_table_privilege(current_user, :table, 'SELECT')")
                                .bind("table", table)
                                .mapTo(Boolean.class)
                                .one()))
                .toList();
    }

    /** As text and, because columns of bytes print in hexadecimal, as their bytes. */
    private int rowsWith(String table, String secret) {
        String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM " + table + " t WHERE t::text LIKE :text OR t::text LIKE :hex")
                .bind("text", "%" + secret + "%")
                .bind("hex", "%" + hex + "%")
                .mapTo(Integer.class)
                .one());
    }
}
