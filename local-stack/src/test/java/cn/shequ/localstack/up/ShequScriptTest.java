package cn.shequ.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script at the root of the tree, as far as it works without a build. */
class ShequScriptTest {

    private record Answer(int status, String words) {}

    @TempDir
    Path directory;

    @Test
    void help_names_every_command_in_both_languages() throws Exception {
        for (String language : new String[] {"C", "zh_CN.UTF-8"}) {
            Answer help = shequ(language, "help");
            assertThat(help.status()).isZero();
            assertThat(help.words())
                    .contains(
                            "up ",
                            "stop ",
                            "test ",
                            "bench ",
                            "torture ",
                            "verify ",
                            "secrets ",
                            "images ",
                            "flow ",
                            "help ");
        }
        assertThat(shequ("zh_CN.UTF-8", "help").words()).contains("用法");
        assertThat(shequ("C", "help").words()).contains("Usage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "stop", "test", "bench", "torture", "verify", "secrets", "images", "flow"})
    void each_command_explains_itself(String command) throws Exception {
        Answer help = shequ("C", command, "--help");
        assertThat(help.status()).isZero();
        assertThat(help.words()).startsWith("Usage: ./shequ " + command);
    }

    @Test
    void a_command_that_does_not_exist_is_an_error() throws Exception {
        Answer answer = shequ("C", "dance");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.words()).contains("no such command: dance");
    }

    @Test
    void an_old_jdk_in_java_home_is_passed_over_for_one_that_can_build() throws Exception {
        Path old = directory.resolve("jdk-17");
        Files.createDirectories(old.resolve("bin"));
        for (String tool : new String[] {"java", "javac"}) {
            Path file =
                    Files.writeString(old.resolve("bin").resolve(tool), "#!/bin/sh\necho the old $0 was run\nexit 9\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        ProcessBuilder script = script("C", "stop", "--data=" + directory.resolve("data"));
        script.environment().put("JAVA_HOME", old.toString());
        // The JDK these tests run on is on the path, wherever this machine keeps it.
        script.environment().put("PATH", System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
        Answer answer = run(script);
        assertThat(answer.words()).contains("Nothing is running").doesNotContain("the old");
        assertThat(answer.status()).isZero();
    }

    private static Answer shequ(String language, String... arguments) throws Exception {
        return run(script(language, arguments));
    }

    private static ProcessBuilder script(String language, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of("..").resolve("shequ").toAbsolutePath().normalize().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", language);
        return builder;
    }

    private static Answer run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), words);
    }
}
