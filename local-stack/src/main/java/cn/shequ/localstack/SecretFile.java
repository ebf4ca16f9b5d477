package cn.shequ.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** A file only its owner may read, written whole or not at all. */
public final class SecretFile {

    private SecretFile() {}

    /** 256 random bits in hexadecimal, the same at every call for the same file. */
    public static String readOrCreate(Path file) throws IOException {
        return readOrCreate(file, () -> {
            byte[] bits = new byte[32];
            new SecureRandom().nextBytes(bits);
            return HexFormat.of().formatHex(bits);
        });
    }

    public static String readOrCreate(Path file, Supplier<String> content) throws IOException {
        if (!Files.exists(file)) {
            Path draft = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    ".secret-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content.get(), StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
