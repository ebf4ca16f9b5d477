package cn.shequ.workforce.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Keys of a local installation: made once, readable by their owner only, the same ever after. */
final class KeyFile {

    private KeyFile() {}

    static PersonalDataKeys readOrCreate(Path file) throws IOException {
        Path home = file.toAbsolutePath().getParent();
        if (Files.notExists(file) && home != null) {
            Files.createDirectories(home);
            create(file, home);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        }
        return PersonalDataKeys.of(
                List.of(properties.getProperty("keys", "").split(",")), properties.getProperty("lookup-key", ""));
    }

    /** Written beside and then linked, so that a half-written key never bears the name, and the first writer wins. */
    private static void create(Path file, Path home) throws IOException {
        Path draft = Files.createTempFile(
                home, ".keys-", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, "keys=1:" + randomKey() + "\nlookup-key=" + randomKey() + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Another process made it in the meantime; its keys are the ones.
        } finally {
            Files.delete(draft);
        }
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
