package cn.shequ.admission.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.postgres.Databases;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Seals of the release before elections were known stay as they are, and the custody of an old one can be confirmed. */
@Tag("art-8")
class SealMigrationTest {

    private static final String COMMUNITY = "220102009999";
    private static final UUID SEAL = UUID.randomUUID();
    private static final UUID TERM = UUID.randomUUID();

    private final Databases databases = TestInfrastructure.addresses().requireDatabases();
    private final String name = "seals" + ProcessHandle.current().pid();

    @Test
    void whatWasThereIsUntouchedAndItsCustodyCanBeConfirmed() throws SQLException {
        databases.ensure(name);
        migrate("1.29");
        try (Handle owner = Jdbi.open(() -> databases.asOwner(name))) {
            owner.execute(
                    "INSERT INTO seal (id, community, custodian, issued_by, issued_on, stage) VALUES"
                            + " (?, ?, 'second', 'office', '2026-01-10', 'IN_USE')",
                    SEAL,
                    COMMUNITY);
            owner.execute(
                    "INSERT INTO seal_handover VALUES (?, 1, 'first', 'second', 'r', '2026-03-01', 'office')", SEAL);
        }

        migrate("latest");

        try (Handle service = Jdbi.open(() -> databases.asApp(name))) {
            assertThat(service.select("SELECT custodian || handed_on FROM seal JOIN seal_handover ON seal_id = id")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("second2026-03-01");
            service.execute(
                    "INSERT INTO committee_election VALUES (?, ?, '2026-03-02', '2026-03-12', 'x@1')", TERM, COMMUNITY);
            service.execute(
                    "INSERT INTO seal_custody_confirmation VALUES (?, ?, 'second', '2026-03-03', 'office')",
                    SEAL,
                    TERM);
            assertThatThrownBy(() -> service.execute("DELETE FROM committee_election"))
                    .hasMessageContaining("permission denied");
        }
    }

    private void migrate(String target) {
        Map<String, String> roles = databases.configuration(name);
        Flyway.configure()
                .dataSource(databases.url(name), roles.get("SHEQU_DB_OWNER"), roles.get("SHEQU_DB_OWNER_PASSWORD"))
                .locations("db/kit", "db/admission")
                .outOfOrder(true)
                .placeholders(Map.of("runtime_role", String.valueOf(roles.get("SHEQU_DB_USER"))))
                .target(MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }
}
