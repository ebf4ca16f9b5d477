package cn.shequ.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.postgres.EmbeddedPostgres.Options;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest extends PostgresServerContract {

    @Override
    PostgresServer start() throws Exception {
        return EmbeddedPostgres.start(Options.forTests());
    }

    @Test
    void durability_is_on_when_asked_for(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres durable = EmbeddedPostgres.start(new Options(data, 0, Sizing.NOTEBOOK))) {
            assertDurability(durable.databases(), "on");
        }
    }

    @Test
    void a_server_takes_its_part_of_the_memory_and_waits_for_the_disk(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(new Options(data, 0, Sizing.SERVER));
                Connection asked = server.databases().asSuperuser("postgres");
                Connection ofTests = databases.asSuperuser("postgres")) {
            String buffers = "SELECT setting FROM pg_settings WHERE name = 'shared_buffers'";
            assertThat(Long.parseLong(one(asked, buffers))).isGreaterThan(Long.parseLong(one(ofTests, buffers)));
            assertThat(one(asked, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void data_and_passwords_outlive_a_restart_and_a_killed_server(@TempDir Path data) throws Exception {
        Options options = new Options(data, FreePort.find(), Sizing.NOTEBOOK);
        String password;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(options)) {
            first.databases().ensure("facilities");
            password = first.databases().passwordOf("facilities_app");
            try (Connection owner = first.databases().asOwner("facilities")) {
                run(owner, "CREATE TABLE premises (code text)");
                run(owner, "INSERT INTO premises VALUES ('220102001001')");
            }
        }
        EmbeddedPostgres second = EmbeddedPostgres.start(options);
        second.process().destroyForcibly();
        second.process().onExit().join();
        second.close();
        try (EmbeddedPostgres third = EmbeddedPostgres.start(options);
                Connection owner = third.databases().asOwner("facilities")) {
            assertThat(one(owner, "SELECT code FROM premises")).isEqualTo("220102001001");
            assertThat(third.databases().passwordOf("facilities_app")).isEqualTo(password);
        }
    }

    @Test
    void what_a_temporary_server_left_on_disk_goes_with_it() throws Exception {
        ProcessHandle process;
        try (EmbeddedPostgres temporary = EmbeddedPostgres.start(Options.forTests())) {
            process = temporary.process();
            assertThat(process.isAlive()).isTrue();
        }
        process.onExit().join();
        assertThat(process.isAlive()).isFalse();
    }
}
