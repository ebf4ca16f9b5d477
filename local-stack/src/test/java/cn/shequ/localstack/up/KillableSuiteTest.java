package cn.shequ.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.postgres.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillableSuiteTest {

    @TempDir
    static Path home;

    private static KillableSuite suite;

    @BeforeAll
    static void start() throws Exception {
        TinyService.installAsAllServices(home);
        suite = KillableSuite.start(home, home.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        suite.closeAndDelete();
    }

    @Test
    void a_killed_service_has_a_successor_that_becomes_ready() throws Exception {
        ProcessHandle killed = suite.services().process(SuiteService.FUNDING);
        suite.services().kill(SuiteService.FUNDING);
        suite.services().awaitReady(SuiteService.FUNDING);
        assertThat(killed.isAlive()).isFalse();
        assertThat(suite.services().process(SuiteService.FUNDING)).isNotEqualTo(killed);
    }

    @Test
    void postgresql_is_down_when_killed_and_has_its_data_when_restarted() throws Exception {
        Databases databases = suite.addresses().requireDatabases();
        try (Connection owner = databases.asOwner("funding");
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE posting AS SELECT 55000.00 AS amount");
        }
        suite.kill(Part.POSTGRES);
        assertThatThrownBy(() -> databases.asOwner("funding")).isInstanceOf(SQLException.class);
        suite.restart(Part.POSTGRES);
        try (Connection owner = databases.asOwner("funding");
                Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery("SELECT amount FROM posting")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("55000.00");
        }
    }

    @Test
    void kafka_has_its_topics_when_restarted_after_being_killed() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.addresses().configuration().get("KAFKA_BOOTSTRAP_SERVERS"));
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic("funding.events", 3, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        suite.kill(Part.KAFKA);
        suite.restart(Part.KAFKA);
        try (Admin admin = Admin.create(settings)) {
            Set<String> topics = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            assertThat(topics).contains("funding.events");
        }
    }
}
