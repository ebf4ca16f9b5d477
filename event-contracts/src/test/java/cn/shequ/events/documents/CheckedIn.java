package cn.shequ.events.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is drawn from the records and kept beside them, so that a change of the language shows in every review.
 * {@code -Dcontracts.write=true} writes what is otherwise compared.
 */
public record CheckedIn(Path path) {

    private static final boolean WRITES = Boolean.getBoolean("contracts.write");

    public static CheckedIn resource(String path) {
        return new CheckedIn(Path.of("src/main/resources").resolve(path));
    }

    public String text() {
        try {
            return Files.readString(path);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public void mustRead(String expected) {
        if (WRITES) {
            write(expected);
        }
        assertThat(path)
                .as("%s; if the change is meant, run the tests of event-contracts with -Dcontracts.write=true", path)
                .content()
                .isEqualTo(expected);
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
