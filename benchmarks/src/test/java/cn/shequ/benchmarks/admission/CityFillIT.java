package cn.shequ.benchmarks.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.benchmarks.load.Client;
import cn.shequ.localstack.Directories;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The fill of {@code ./shequ bench admission} into the tables as they are, and the questions that are asked of it. */
class CityFillIT {

    private static final int COMMUNITIES = 4;
    /** Nothing is measured. */
    private static final List<String> SMALL = List.of("-Xms512m", "-Xmx512m", "-Xmn256m");

    @Test
    void two_cities_can_be_filled_and_are_answered() throws Exception {
        Path data = Files.createTempDirectory("shequ-fill-");
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        try (Scene scene = Scene.start(Path.of(System.getProperty("shequ.home")), data, SMALL, COMMUNITIES, out)) {
            scene.fill(2);
            requireFilled(scene);
            everywhere(scene);
            answered(scene, Requests.empty());
            answered(scene, Requests.checks(scene.cities()));
            answered(scene, Requests.pastChecks(scene.cities(), Scene.TODAY));
            answered(scene, Requests.batches(scene.cities()));
        }
        Directories.delete(data);
    }

    private static void requireFilled(Scene scene) throws SQLException {
        int placements = COMMUNITIES * City.TASKS;
        assertThat(scene.cities()).allMatch(city -> city.communities().size() == COMMUNITIES);
        assertThat(count(scene, "placement")).isEqualTo(2 * placements);
        assertThat(count(scene, "placement p WHERE id::text NOT LIKE '00000001%'"))
                .isEqualTo(placements);
        for (String stage : List.of("AWAITING_FUNDS", "ACTIVE", "FUNDS_LAPSED", "EXPIRED", "EXITED")) {
            assertThat(count(scene, "placement WHERE stage = '" + stage + "'"))
                    .as(stage)
                    .isPositive();
        }
        assertThat(count(scene, """
                placement p CROSS JOIN LATERAL (
                  SELECT s.department, s.stage FROM placement_state s WHERE s.placement_id = p.id ORDER BY s.id DESC LIMIT 1) last
                WHERE (last.department, last.stage) = (p.department, p.stage)""")).as("the past, of the first alone").isEqualTo(placements);
        assertThat(count(scene, "pg_indexes WHERE indexname = 'placement_check'"))
                .as("put aside and back")
                .isOne();
    }

    private static void everywhere(Scene scene) throws Exception {
        Iterator<Asking.Request> asked = Requests.everywhere(scene.cities());
        for (Client client : scene.clients(1, asked::next)) {
            while (asked.hasNext()) {
                client.once();
            }
            client.close();
        }
    }

    private static int count(Scene scene, String rows) throws SQLException {
        try (Connection connection = scene.connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT count(*) FROM " + rows)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A client fails on any answer but a 200. */
    private static void answered(Scene scene, Supplier<Asking.Request> requests) throws Exception {
        for (Client client : scene.clients(1, requests)) {
            for (int i = 0; i < 20; i++) {
                client.once();
            }
            client.close();
        }
    }
}
