package cn.shequ.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.postgres.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class MigrationsAtOnceTest {

    private final Databases databases = TestInfrastructure.addresses().requireDatabases();

    @Test
    void tables_and_the_record_of_them_come_in_one_transaction() throws SQLException {
        assertThat(transactions("migrated_at_once", true)).isEqualTo(1);
        assertThat(transactions("migrated_one_by_one", false)).isGreaterThan(1);
    }

    private int transactions(String database, boolean atOnce) throws SQLException {
        databases.ensure(database);
        Map<String, String> owner = databases.configuration(database);
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(databases.url(database), owner.get("SHEQU_DB_OWNER"), owner.get("SHEQU_DB_OWNER_PASSWORD"))
                .locations("db/kit")
                .placeholders(Map.of("runtime_role", owner.get("SHEQU_DB_USER")));
        new MigrationsAtOnce(atOnce).customize(configuration);
        configuration.load().migrate();
        try (Connection connection = databases.asOwner(database);
                Statement sql = connection.createStatement();
                ResultSet count = sql.executeQuery("""
                        SELECT count(DISTINCT made_by) FROM (
                          SELECT xmin::text AS made_by FROM flyway_schema_history
                          UNION ALL
                          SELECT xmin::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                            AND conrelid <> 'flyway_schema_history'::regclass) made""")) {
            count.next();
            return count.getInt(1);
        }
    }
}
