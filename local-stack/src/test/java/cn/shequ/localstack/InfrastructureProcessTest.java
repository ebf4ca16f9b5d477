package cn.shequ.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.postgres.Databases;
import cn.shequ.localstack.postgres.Sizing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureProcessTest {

    @TempDir
    Path data;

    @Test
    void a_killed_process_leaves_postgresql_behind_and_the_next_one_takes_its_place() throws Exception {
        Options options = new Options(
                EnumSet.of(Part.POSTGRES),
                data,
                Map.of(Part.POSTGRES, FreePort.find()),
                Sizing.NOTEBOOK,
                Source.EMBEDDED);
        InfrastructureProcess killed = InfrastructureProcess.start(options);
        Databases databases = killed.addresses().requireDatabases();
        databases.ensure("funding");
        try (Connection owner = databases.asOwner("funding");
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE kept AS SELECT 7 AS number");
        }
        killed.kill();
        long orphan = serverProcess(databases);

        try (InfrastructureProcess next = InfrastructureProcess.start(options)) {
            assertThat(next.addresses()).isEqualTo(killed.addresses());
            assertThat(serverProcess(databases)).isNotEqualTo(orphan);
            try (Connection owner = databases.asOwner("funding");
                    Statement sql = owner.createStatement();
                    ResultSet rows = sql.executeQuery("SELECT number FROM kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(7);
            }
        }
        assertThat(FreePort.isFree(databases.port())).isTrue();
    }

    @Test
    void parts_run_alone_so_that_one_can_be_killed_without_the_others() throws Exception {
        Options kafka = new Options(EnumSet.of(Part.KAFKA), data.resolve("a"), Map.of(), Sizing.TESTS, Source.EMBEDDED);
        Options issuer =
                new Options(EnumSet.of(Part.ISSUER), data.resolve("b"), Map.of(), Sizing.TESTS, Source.EMBEDDED);
        try (InfrastructureProcess first = InfrastructureProcess.start(kafka);
                InfrastructureProcess second = InfrastructureProcess.start(issuer)) {
            assertThat(first.addresses().issuer()).isNull();
            assertThat(second.addresses().kafka()).isNull();
            Addresses together = first.addresses().and(second.addresses());
            assertThat(together.configuration()).containsOnlyKeys("KAFKA_BOOTSTRAP_SERVERS", "SHEQU_ISSUER");
        }
    }

    /** Which process answers at PostgreSQL's port: the server names the backend's parent only indirectly. */
    private static long serverProcess(Databases databases) throws Exception {
        try (Connection server = databases.asSuperuser("postgres");
                Statement sql = server.createStatement();
                ResultSet rows =
                        sql.executeQuery("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
