package cn.shequ.workforce.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSetupTest {

    private static final UUID OWNER = UUID.fromString("019a9c5e-0000-7000-8000-000000000001");
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path directory;

    private final VaultSetup setup = new VaultSetup();

    @Test
    void the_service_does_not_start_without_keys() {
        assertThatIllegalStateException()
                .isThrownBy(() -> setup.vault(Optional.empty(), Optional.empty(), Optional.empty()))
                .withMessageContaining("shequ.personal-data.keys");
    }

    @Test
    void the_service_does_not_start_without_the_key_of_the_hash() {
        assertThatIllegalStateException()
                .isThrownBy(() -> setup.vault(
                        Optional.of(List.of("1:" + KEY)), Optional.empty(), Optional.of(directory.resolve("keys"))))
                .withMessageContaining("lookup-key");
    }

    @Test
    void a_file_of_keys_is_made_once_and_stays() throws Exception {
        Path file = directory.resolve("below").resolve("keys");
        Sealed sealed = fromFile(file).seal(OWNER, "text".getBytes(UTF_8));
        assertThat(fromFile(file).open(OWNER, sealed)).isEqualTo("text".getBytes(UTF_8));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void only_its_owner_may_read_the_file_of_keys() throws Exception {
        Path file = directory.resolve("keys");
        fromFile(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private Vault fromFile(Path file) {
        return setup.vault(Optional.empty(), Optional.empty(), Optional.of(file));
    }
}
