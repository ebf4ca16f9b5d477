package cn.shequ.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFileTest {

    @TempDir
    Path directory;

    @Test
    void a_running_process_is_found_again() throws Exception {
        ProcessFile file = new ProcessFile(directory.resolve("run/me.pid"));
        file.write(ProcessHandle.current());
        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void another_process_that_got_the_same_number_is_not_ours() throws Exception {
        Path path = directory.resolve("me.pid");
        Files.write(path, List.of(Long.toString(ProcessHandle.current().pid()), "2011-05-01T00:00:00Z"));
        assertThat(new ProcessFile(path).process()).isEmpty();
    }

    @Test
    void a_missing_or_broken_file_names_no_process() throws Exception {
        Path path = directory.resolve("me.pid");
        assertThat(new ProcessFile(path).process()).isEmpty();
        for (String text : new String[] {"", "x\ny\n", "1", "99999999999999999999\nx\n"}) {
            Files.writeString(path, text);
            assertThat(new ProcessFile(path).process()).as(text).isEmpty();
        }
    }
}
