package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.Map;

/** The private halves of the log's keys, as they lie in files: the first one, and those laid ready beside it. */
final class KeyFiles {

    private final String origin;
    private final Path first;
    private final Path directory;

    KeyFiles(String origin, Path first, Path directory) {
        this.origin = origin;
        this.first = first;
        this.directory = directory;
    }

    /** Makes the log's first key where there is none. */
    NoteKey openOrMakeFirst() {
        return signer(SigningKey.openOrMake(first)).key();
    }

    /** All that this process could sign with. Read anew each time: a key is laid ready while the service runs. */
    Map<NoteKey, NoteSigner> signers() {
        Map<NoteKey, NoteSigner> signers = new LinkedHashMap<>();
        SigningKey.open(first).map(this::signer).ifPresent(signer -> signers.put(signer.key(), signer));
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.pem")) {
                for (Path file : files) {
                    SigningKey.open(file).map(this::signer).ifPresent(signer -> signers.put(signer.key(), signer));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return signers;
    }

    private NoteSigner signer(KeyPair pair) {
        return new NoteSigner(origin, pair);
    }
}
