package cn.shequ.kit.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.postgres.Databases;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaCheckTest {

    private final Databases databases = TestInfrastructure.addresses().requireDatabases();

    @Test
    void a_service_that_does_not_migrate_serves_only_on_a_database_that_was_migrated() throws SQLException {
        databases.ensure("migrated_apart");

        assertThatThrownBy(asTheService()::requireMigrated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0.01 (territory)")
                .hasMessageContaining("QUARKUS_INIT_AND_EXIT=true");

        Map<String, String> owner = databases.configuration("migrated_apart");
        migrations()
                .dataSource(
                        databases.url("migrated_apart"),
                        owner.get("SHEQU_DB_OWNER"),
                        owner.get("SHEQU_DB_OWNER_PASSWORD"))
                .load()
                .migrate();

        assertThatCode(asTheService()::requireMigrated).doesNotThrowAnyException();
    }

    /** With the runtime role alone; of the owner it knows nothing. */
    private SchemaCheck asTheService() {
        Map<String, String> app = databases.configuration("migrated_apart");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(databases.url("migrated_apart"));
        database.setUser(app.get("SHEQU_DB_USER"));
        database.setPassword(app.get("SHEQU_DB_PASSWORD"));
        Flyway withoutPassword = migrations()
                .dataSource(databases.url("migrated_apart"), "migrated_apart_owner", "")
                .load();
        return new SchemaCheck(withoutPassword, database, false);
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .locations("db/kit")
                .placeholders(Map.of(
                        "runtime_role",
                        databases.configuration("migrated_apart").get("SHEQU_DB_USER")));
    }
}
