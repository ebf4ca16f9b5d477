package cn.shequ.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestInfrastructureTest {

    @Test
    void one_infrastructure_serves_all_tests_of_a_jvm() {
        assertThat(TestInfrastructure.addresses()).isEqualTo(TestInfrastructure.addresses());
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
