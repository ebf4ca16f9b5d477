package cn.shequ.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.Directories;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five rounds of {@code ./shequ torture}. */
class TortureIT {

    private static final int ROUNDS = 5;
    private static final long SEED = 7;

    @Test
    @Tag("art-16-allows")
    void what_was_acknowledged_is_there_once_whatever_was_killed() throws Exception {
        Path data = Files.createTempDirectory("shequ-torture-");
        assertThat(new Torture(Path.of(System.getProperty("shequ.home")), data, ROUNDS, SEED, System.out).run())
                .as("what is wrong; data in " + data)
                .isEmpty();
        Directories.delete(data);
    }
}
