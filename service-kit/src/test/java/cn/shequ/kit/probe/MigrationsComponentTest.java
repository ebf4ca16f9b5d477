package cn.shequ.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class MigrationsComponentTest {

    @Test
    void whatAnUpgradeChangesIsOneTransaction() throws SQLException {
        try (Connection owner =
                        TestInfrastructure.addresses().requireDatabases().asOwner("kit");
                Statement sql = owner.createStatement();
                ResultSet history =
                        sql.executeQuery("SELECT count(*), count(DISTINCT xmin::text) FROM flyway_schema_history")) {
            assertThat(history.next()).isTrue();
            assertThat(history.getInt(1)).isGreaterThan(1);
            assertThat(history.getInt(2)).isEqualTo(1);
        }
    }
}
