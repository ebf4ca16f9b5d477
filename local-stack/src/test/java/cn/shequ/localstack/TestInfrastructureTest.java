package cn.shequ.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.postgres.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class TestInfrastructureTest {

    @Test
    void one_infrastructure_serves_all_tests_of_a_jvm() {
        assertThat(TestInfrastructure.addresses()).isEqualTo(TestInfrastructure.addresses());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "SHEQU_INFRA", matches = "containers")
    void the_server_of_tests_is_in_a_container_where_that_is_asked_for() throws Exception {
        Databases databases = TestInfrastructure.addresses().requireDatabases();
        try (Connection server = databases.asSuperuser("postgres");
                Statement sql = server.createStatement();
                ResultSet rows = sql.executeQuery("SELECT inet_server_port()")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(5432).isNotEqualTo(databases.port());
        }
    }

    @Test
    void a_service_gets_its_own_database_and_the_shared_addresses() {
        SuiteInfrastructure resource = new SuiteInfrastructure();
        resource.init(Map.of("service", "funding"));
        assertThat(resource.start())
                .containsOnlyKeys(
                        "SHEQU_DB_URL",
                        "SHEQU_DB_OWNER",
                        "SHEQU_DB_OWNER_PASSWORD",
                        "SHEQU_DB_USER",
                        "SHEQU_DB_PASSWORD",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "SHEQU_ISSUER",
                        "SHEQU_DATA_DIR");
    }

    @Test
    void the_gateway_gets_no_database() {
        SuiteInfrastructure resource = new SuiteInfrastructure();
        resource.init(Map.of());
        assertThat(resource.start()).containsOnlyKeys("KAFKA_BOOTSTRAP_SERVERS", "SHEQU_ISSUER", "SHEQU_DATA_DIR");
    }

    @Test
    void a_test_signs_its_own_tokens_with_the_issuers_key() {
        assertThat(Tokens.of("finance-city").split("\\.")).hasSize(3);
    }
}
