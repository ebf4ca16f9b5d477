package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.NoteKey;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the file of a new signing key and says its text, which is to be published out of band before it signs. Behind
 * {@code ./shequ log-key}; needs nothing but a JDK, so that a key can be made on a machine without a network.
 */
public final class PrepareKey {

    private PrepareKey() {}

    /** @param arguments the new file and the log's origin */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 2) {
            err.println("./shequ log-key <new file> [origin]");
            return 2;
        }
        Path file = Path.of(arguments[0]);
        if (Files.exists(file)) {
            err.println("There is a file already, and no key is ever written over: " + file);
            return 2;
        }
        NoteKey key = NoteKey.of(arguments[1], SigningKey.openOrMake(file).getPublic());
        new PrintStream(out, true, StandardCharsets.UTF_8).println(key);
        return 0;
    }
}
